namespace Saima.Api.Health;

/// <summary>Does the program answer at all?</summary>
/// <param name="Status">Always <c>alive</c>: whatever is not has no answer.</param>
public sealed record Liveness(string Status);
