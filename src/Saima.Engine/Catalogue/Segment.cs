namespace Saima.Engine.Catalogue;

/// <summary>Here is a row, or a term; what is in it? An immutable piece of the catalogue: columns, listings and inverted lists.</summary>
/// <remarks>Rows are dense numbers in [0, <see cref="Rows"/>), ordered by category, then by product slot.</remarks>
public sealed class Segment
{
    internal Segment(SegmentRows columns, Listings listings, Postings postings)
    {
        Columns = columns;
        Listings = listings;
        Postings = postings;
    }

    /// <summary>An empty piece.</summary>
    public static Segment Empty { get; } = new(new SegmentRows(0), new Listings([], [], 0), Postings.Empty);

    public int Rows => Columns.Count;

    internal SegmentRows Columns { get; }

    internal Listings Listings { get; }

    internal Postings Postings { get; }

    internal int[] ProductSlot => Columns.ProductSlot;

    internal int[] SellerSlot => Columns.SellerSlot;

    internal int[] CategorySlot => Columns.CategorySlot;

    /// <summary>The listing of a row.</summary>
    internal Product ProductAt(int row) => Listings.ProductAt(row, (ProductSlot[row], SellerSlot[row], CategorySlot[row]));

    /// <summary>Rows of one category: [start, end).</summary>
    public (int Start, int End) RowsOfCategory(int categorySlot) => (FirstAtLeast(categorySlot), FirstAtLeast(categorySlot + 1));

    private int FirstAtLeast(int categorySlot)
    {
        var (low, high) = (0, Rows);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = CategorySlot[middle] < categorySlot ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
