using Saima.Engine.Catalogue;
using Saima.Storefront.Pictures;

namespace Saima.Storefront.Views;

/// <summary>What is this product, what does it cost, and who answers for it?</summary>
public sealed record ProductView
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required CategoryView Category { get; init; }

    public PriceBand? Price { get; init; }

    public int? Moq { get; init; }

    /// <summary>What stands where a photograph is missing or does not load.</summary>
    public required Drawing Drawing { get; init; }

    public string? ImageUrl { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    public DateOnly? ListedOn { get; init; }

    public required SupplierView Supplier { get; init; }
}
