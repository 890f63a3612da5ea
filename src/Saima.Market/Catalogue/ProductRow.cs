using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>One listing, as it is stored; a deleted one keeps its slot and its id.</summary>
public sealed class ProductRow
{
    /// <summary>The engine's slot: given once, never reused, given back when the same id is listed again.</summary>
    public int Slot { get; set; }

    public required string Id { get; set; }
    public int SellerSlot { get; set; }
    public int CategorySlot { get; set; }
    public required string Title { get; set; }
    public string Description { get; set; } = "";

    /// <summary>JSON array of strings; null if there are none.</summary>
    public string? KeywordsJson { get; set; }

    /// <summary>JSON object of name → value, in the caller's order; null if there are none.</summary>
    public string? AttributesJson { get; set; }

    /// <summary>Null together with the other three: price on request.</summary>
    public long? PriceMinMicros { get; set; }

    public long? PriceMaxMicros { get; set; }
    public string? PriceCurrency { get; set; }
    public string? PriceUnit { get; set; }
    public int? Moq { get; set; }

    /// <summary>First listing, Unix microseconds UTC; a new listing of the same id does not make it younger unless the caller says so.</summary>
    public long ListedAtMicros { get; set; }

    public string? ImageUrl { get; set; }
    public long ContentHash { get; set; }
    public long ChangedSequence { get; set; }

    /// <summary>Catalogue sequence of the deletion; null while it is live.</summary>
    public long? DeletedSequence { get; set; }

    public Product ToEngine() => new()
    {
        Slot = Slot,
        Id = Id,
        SellerSlot = SellerSlot,
        CategorySlot = CategorySlot,
        Title = Title,
        Keywords = JsonColumn.ReadStrings(KeywordsJson),
        Attributes = JsonColumn.ReadPairs(AttributesJson),
        Description = Description,
        Price = PriceMinMicros is { } min && PriceMaxMicros is { } max ? new PriceBand(min, max, PriceCurrency!, PriceUnit!) : null,
        Moq = Moq,
        ListedAtMicros = ListedAtMicros,
        ImageUrl = ImageUrl,
    };
}
