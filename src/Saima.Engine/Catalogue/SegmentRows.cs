namespace Saima.Engine.Catalogue;

/// <summary>The facts of a segment's rows, column by column: what filters, facets and the race read without opening a listing.</summary>
internal sealed class SegmentRows
{
    /// <summary>Stands where a price or a MOQ is not stated.</summary>
    public const int None = -1;

    /// <summary>Columns to be filled.</summary>
    public SegmentRows(int rows)
        : this(new int[rows], new int[rows], new int[rows])
    {
        Moq = new int[rows];
        MinPriceMicros = new long[rows];
        Currency = new ushort[rows];
        Listing = new ListingAt[rows];
    }

    /// <summary>Columns that are there; the others are to be set with them.</summary>
    public SegmentRows(int[] productSlot, int[] sellerSlot, int[] categorySlot) =>
        (ProductSlot, SellerSlot, CategorySlot) = (productSlot, sellerSlot, categorySlot);

    public int Count => ProductSlot.Length;

    public int[] ProductSlot { get; }

    public int[] SellerSlot { get; }

    public int[] CategorySlot { get; }

    /// <summary>Minimum order quantity, or <see cref="None"/>.</summary>
    public int[] Moq { get; init; } = [];

    /// <summary>Lowest unit price, or <see cref="None"/>.</summary>
    public long[] MinPriceMicros { get; init; } = [];

    /// <summary>Number of the price's currency in <see cref="NameTable"/>.</summary>
    public ushort[] Currency { get; init; } = [];

    public ListingAt[] Listing { get; init; } = [];

    /// <summary>Copies a row of another segment, its listing's place included.</summary>
    public void Copy(int row, SegmentRows from, int fromRow)
    {
        ProductSlot[row] = from.ProductSlot[fromRow];
        SellerSlot[row] = from.SellerSlot[fromRow];
        CategorySlot[row] = from.CategorySlot[fromRow];
        Moq[row] = from.Moq[fromRow];
        MinPriceMicros[row] = from.MinPriceMicros[fromRow];
        Currency[row] = from.Currency[fromRow];
        Listing[row] = from.Listing[fromRow];
    }
}
