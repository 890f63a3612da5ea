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
