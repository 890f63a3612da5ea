namespace Saima.Engine.Catalogue;

/// <summary>The asking price of one unit, from the lowest to the highest tier.</summary>
/// <param name="MinMicros">Lowest unit price in millionths of the currency, ≥ 0.</param>
/// <param name="MaxMicros">Highest unit price in millionths of the currency, ≥ <paramref name="MinMicros"/>.</param>
/// <param name="Currency">ISO 4217, upper case.</param>
/// <param name="Unit">What one is: <c>piece</c>, <c>kg</c>, <c>set</c>.</param>
public sealed record PriceBand(long MinMicros, long MaxMicros, string Currency, string Unit);

/// <summary>What is sold: one listing as the race and the pages read it.</summary>
public sealed record Product
{
    /// <summary>Stable number of this product in every model and counter, ≥ 0; never reused, kept when the same id is listed again. Ties in the race break on it.</summary>
    public required int Slot { get; init; }

    /// <summary>The caller's id: 1–64 of <c>A–Z a–z 0–9 . _ : -</c>.</summary>
    public required string Id { get; init; }

    public required int SellerSlot { get; init; }

    public required int CategorySlot { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    public string Description { get; init; } = "";

    /// <summary>Null = on request (面议); such a product never satisfies a price filter.</summary>
    public PriceBand? Price { get; init; }

    /// <summary>Minimum order quantity in units, ≥ 1; null = not said.</summary>
    public int? Moq { get; init; }

    /// <summary>When it was first listed, Unix microseconds UTC.</summary>
    public long ListedAtMicros { get; init; }

    public string? ImageUrl { get; init; }
}
