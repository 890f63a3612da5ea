namespace Saima.Engine.Retrieval;

/// <summary>What the visitor asks for: a query or a category leads, filters narrow it.</summary>
public sealed record Intent
{
    /// <summary>The words typed, at most 1,000 characters of any script; null if a category leads.</summary>
    public string? Query { get; init; }

    /// <summary>The category whose whole subtree is browsed; null if a query leads.</summary>
    public int? CategorySlot { get; init; }

    public Filters Filters { get; init; } = Filters.None;
}

/// <summary>Facts that every matched product must have. Null or empty = no condition.</summary>
public sealed record Filters
{
    public static Filters None { get; } = new();

    /// <summary>Only this category and what lies below it.</summary>
    public int? CategorySlot { get; init; }

    /// <summary>Highest acceptable lowest unit price, millionths of <see cref="Currency"/>. Products in another currency do not satisfy it.</summary>
    public long? MaxPriceMicros { get; init; }

    /// <summary>ISO 4217; needed with <see cref="MaxPriceMicros"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>Highest acceptable MOQ; a product that states none does not satisfy it.</summary>
    public int? MaxMoq { get; init; }

    /// <summary>Supplier's country, ISO 3166-1 alpha-2, any of these.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Only suppliers of whom something was checked that still holds today.</summary>
    public bool CheckedOnly { get; init; }
}
