namespace Saima.Api.Allocations;

/// <summary>What does a visit ask for? The body of an allocation.</summary>
public sealed record AllocationBody
{
    /// <summary>The caller's own id, 1–64 of <c>A–Z a–z 0–9 . _ : -</c>: the same one within 24 h answers the same and records nothing new.</summary>
    public string? Id { get; init; }

    public required IntentBody Intent { get; init; }

    public required VisitBody Visit { get; init; }

    public PageBody Page { get; init; } = new();

    /// <summary>Adds to each slot the terms of its score.</summary>
    public bool Explain { get; init; }
}
