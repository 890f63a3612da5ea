namespace Saima.Demo;

/// <summary>Which countries, company names and phrases do all trades share? The file <c>Demo/trade.json</c>.</summary>
/// <param name="Kinds">Kinds of supplier and how often each stands, in percent.</param>
/// <param name="Closings">Sentences about terms that end a description.</param>
/// <param name="Extras">What some suppliers add to every title.</param>
public sealed record TradeWords(
    IReadOnlyList<Country> Countries,
    IReadOnlyDictionary<string, int> Kinds,
    IReadOnlyList<string> Auditors,
    IReadOnlyList<string> Closings,
    IReadOnlyList<string> Extras,
    IReadOnlyDictionary<string, string> Plurals);
