namespace Saima.Api.Allocations;

/// <summary>Under which rule was it decided?</summary>
public sealed record PolicyAnswer(string Name, int Version);
