namespace Saima.Engine.Catalogue;

/// <summary>What does the listing of a row say? The texts of a segment, packed; a product is made of them when somebody asks.</summary>
internal sealed class Listings
{
    private const int MostKept = 4096;

    private readonly byte[][] _chunks;
    private readonly ListingAt[] _at;

    // Products that were asked for lately, by the row's lower bits: what buyers see is seen often. A race between two readers costs
    // one product made twice.
    private readonly Product?[] _kept;

    public Listings(byte[][] chunks, ListingAt[] at, int packed)
    {
        Packed = packed;
        _chunks = chunks;
        _at = at;
        var size = 16;
        while (size < at.Length && size < MostKept)
            size *= 2;
        _kept = new Product?[size];
    }

    public byte[][] Chunks => _chunks;

    /// <summary>Listings that were ever packed into the chunks; those beyond the rows are waste.</summary>
    public int Packed { get; }

    /// <summary>By row.</summary>
    public ListingAt[] At => _at;

    /// <summary>The packed bytes of a row and of what follows it in its chunk.</summary>
    public ReadOnlySpan<byte> BytesAt(int row) => _chunks[_at[row].Chunk].AsSpan(_at[row].Offset);

    /// <summary>The product's id, UTF-8 (in fact ASCII: ids are checked at the door).</summary>
    public ReadOnlySpan<byte> IdAt(int row) => PackedListing.IdOf(BytesAt(row));

    /// <summary>The listing of a row.</summary>
    /// <param name="slots">Its product, seller and category.</param>
    public Product ProductAt(int row, (int Product, int Seller, int Category) slots)
    {
        ref var kept = ref _kept[row & (_kept.Length - 1)];
        if (kept is { } known && known.Slot == slots.Product)
            return known;
        var product = PackedListing.Read(BytesAt(row), slots);
        kept = product;
        return product;
    }
}
