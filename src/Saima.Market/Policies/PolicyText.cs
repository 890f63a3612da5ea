namespace Saima.Market.Policies;

/// <summary>One version of a rule as text; what it means is the engine's to say.</summary>
/// <param name="Version">1-based, counted within the name.</param>
/// <param name="Json">The whole rule.</param>
/// <param name="ActivatedAtMicros">When it was put in force for the last time, Unix microseconds UTC; null = never.</param>
public sealed record PolicyText(string Name, int Version, string Json, long? ActivatedAtMicros = null)
{
    internal static PolicyText Of(PolicyRow row) => new(row.Name, row.Version, row.Json, row.ActivatedAtMicros);
}
