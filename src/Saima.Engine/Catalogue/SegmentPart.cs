namespace Saima.Engine.Catalogue;

/// <summary>Products that were read and packed, in the order in which they came: what one thread brings to a segment.</summary>
/// <param name="terms">Reads the texts; of one thread alone.</param>
internal sealed class SegmentPart(ProductTerms terms)
{
    private readonly PackedBytes _bytes = new();
    private readonly List<Facts> _facts = [];

    /// <summary>Rows so far.</summary>
    public int Count => _facts.Count;

    /// <summary>Their terms.</summary>
    public ForwardRows Forward { get; } = new();

    /// <summary>Reads and packs a product.</summary>
    public void Add(Product product, string categoryPath, NameTable currencies)
    {
        terms.AddRow(product, categoryPath, Forward);
        var currency = product.Price is { } price ? currencies.FindOrAdd(price.Currency) : (ushort)0;
        _facts.Add(new Facts(
            (product.Slot, product.SellerSlot, product.CategorySlot),
            product.Moq ?? SegmentRows.None,
            product.Price?.MinMicros ?? SegmentRows.None,
            currency,
            PackedListing.Write(product, _bytes)));
    }

    public int ProductSlotAt(int row) => _facts[row].Slots.Product;

    public int CategorySlotAt(int row) => _facts[row].Slots.Category;

    /// <summary>The packed listings.</summary>
    public byte[][] Chunks() => _bytes.Chunks();

    /// <summary>Writes one row's facts into a segment.</summary>
    /// <param name="row">The row here.</param>
    /// <param name="rows">The segment's columns.</param>
    /// <param name="at">The row there.</param>
    /// <param name="firstChunk">Chunks of the segment before this part's own.</param>
    public void CopyTo(int row, SegmentRows rows, int at, int firstChunk)
    {
        var facts = _facts[row];
        (rows.ProductSlot[at], rows.SellerSlot[at], rows.CategorySlot[at]) = facts.Slots;
        (rows.Moq[at], rows.MinPriceMicros[at], rows.Currency[at]) = (facts.Moq, facts.MinPriceMicros, facts.Currency);
        rows.Listing[at] = new ListingAt(facts.Listing.Chunk + firstChunk, facts.Listing.Offset);
    }

    private readonly record struct Facts(
        (int Product, int Seller, int Category) Slots, int Moq, long MinPriceMicros, ushort Currency, ListingAt Listing);
}
