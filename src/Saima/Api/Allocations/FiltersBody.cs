namespace Saima.Api.Allocations;

/// <summary>Which facts must every product have? What is null or empty is no condition.</summary>
public sealed record FiltersBody
{
    /// <summary>Path of a category: only products in it and below.</summary>
    public string? Category { get; init; }

    /// <summary>Highest acceptable lowest unit price; products in another currency, or without a price, do not satisfy it.</summary>
    public AmountBody? MaxPrice { get; init; }

    /// <summary>Highest acceptable minimum order quantity; a product that states none does not satisfy it.</summary>
    public int? MaxMoq { get; init; }

    /// <summary>The supplier's country is one of these, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Only suppliers of whom something was checked that still holds.</summary>
    public bool CheckedOnly { get; init; }
}
