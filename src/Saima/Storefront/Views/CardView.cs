using Saima.Engine.Catalogue;
using Saima.Engine.Records;
using Saima.Storefront.Pictures;

namespace Saima.Storefront.Views;

/// <summary>What does a buyer need to know to open this product rather than the next?</summary>
public sealed record CardView
{
    public required string ProductId { get; init; }

    public required string Title { get; init; }

    /// <summary>Null = on request.</summary>
    public PriceBand? Price { get; init; }

    /// <summary>Null = not said.</summary>
    public int? Moq { get; init; }

    /// <summary>What stands where a photograph is missing or does not load.</summary>
    public required Drawing Drawing { get; init; }

    /// <summary>As the supplier gave it; the page shows it only if it is https.</summary>
    public string? ImageUrl { get; init; }

    public required SupplierLine Supplier { get; init; }

    /// <summary>The lane that gave the place; merit where no race was held.</summary>
    public Lane Lane { get; init; } = Lane.Merit;

    /// <summary>Why it stands here; null where no race was held.</summary>
    public WhyView? Why { get; init; }
}
