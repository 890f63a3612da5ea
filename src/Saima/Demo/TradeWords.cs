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

/// <summary>How are companies of a country called?</summary>
/// <param name="Share">Share of all suppliers, in percent.</param>
/// <param name="Names">Patterns for makers; <paramref name="Trader"/> for trading companies, <paramref name="Single"/> for one-person firms.</param>
/// <param name="First">First halves of made-up words; each goes with any of <paramref name="Second"/>.</param>
public sealed record Country(
    string Code,
    double Share,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Trader,
    IReadOnlyList<string> Single,
    IReadOnlyList<string> First,
    IReadOnlyList<string> Second);
