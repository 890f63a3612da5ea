using System.Text.Json;

namespace Saima.Demo;

/// <summary>What does one trade sell, where does it sit, and how does it speak? One file under <c>Demo/industries</c>.</summary>
/// <param name="Zh">Chinese name of the category.</param>
/// <param name="Trades">Words for the trade in a company's name.</param>
/// <param name="Towns">Towns in which the trade is at home, by country.</param>
/// <param name="Uses">Sentences that fit any product of the trade.</param>
public sealed record Industry(
    string Name,
    string Zh,
    IReadOnlyList<string> Trades,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Towns,
    IReadOnlyList<string> Certificates,
    IReadOnlyList<string> Uses,
    IReadOnlyList<Leaf> Leaves);

/// <summary>How is a product of one leaf category made up? Words in braces are filled from one model and from the choices.</summary>
public sealed record Leaf
{
    public required string Name { get; init; }

    public required string Zh { get; init; }

    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>Words that belong together (a material and its grade): a text, or a list to choose from in the place of a choice of that name;
    /// the number <c>x</c> multiplies the price.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Models { get; init; }

    /// <summary>Words that go with any model, from small to large where <see cref="Growth"/> names them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; init; }

    /// <summary>What one step up in a choice multiplies the price by.</summary>
    public required IReadOnlyDictionary<string, double> Growth { get; init; }

    public required IReadOnlyList<string> About { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>Median price of the smallest product of an ordinary model, USD.</summary>
    public required double Price { get; init; }

    /// <summary>Spread of the logarithm of the price between offers of the same thing.</summary>
    public required double Sigma { get; init; }

    public string Unit { get; init; } = "piece";

    public required IReadOnlyList<int> Moq { get; init; }
}
