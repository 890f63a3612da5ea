namespace Saima.Demo;

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
