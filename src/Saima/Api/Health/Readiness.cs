namespace Saima.Api.Health;

/// <summary>Does the engine follow the catalogue and the log?</summary>
/// <param name="Status"><c>ready</c> or <c>notReady</c>.</param>
/// <param name="Reason">Why not; null if it is ready.</param>
/// <param name="CatalogueThrough">The catalogue's sequence that races know; null before the engine started.</param>
/// <param name="LearnedThrough">The log's sequence that the models have learned; null before the engine started.</param>
/// <param name="LagMillis">How long ago the engine's last whole step was; null before the first.</param>
public sealed record Readiness(string Status, string? Reason, long? CatalogueThrough, long? LearnedThrough, long? LagMillis);
