using System.Text.Json;

namespace Saima.Demo;

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
