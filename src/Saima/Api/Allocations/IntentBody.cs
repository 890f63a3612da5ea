namespace Saima.Api.Allocations;

/// <summary>What does the visitor look for? A query or a category leads, never both.</summary>
public sealed record IntentBody
{
    /// <summary>The words typed, 1–1,000 characters of any script.</summary>
    public string? Query { get; init; }

    /// <summary>Path of the category whose whole subtree is browsed.</summary>
    public string? Category { get; init; }

    public FiltersBody Filters { get; init; } = new();
}
