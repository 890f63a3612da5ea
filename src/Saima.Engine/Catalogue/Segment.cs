namespace Saima.Engine.Catalogue;

/// <summary>Here is a row, or a term; what is in it? An immutable piece of the catalogue: columns and inverted lists.</summary>
/// <remarks>Rows are dense numbers in [0, <see cref="Rows"/>), ordered by category, then by product slot.</remarks>
public sealed class Segment
{
    internal Segment(Product[] products, Postings postings)
    {
        Products = products;
        Postings = postings;
        ProductSlot = new int[products.Length];
        SellerSlot = new int[products.Length];
        CategorySlot = new int[products.Length];
        for (var row = 0; row < products.Length; row++)
        {
            ProductSlot[row] = products[row].Slot;
            SellerSlot[row] = products[row].SellerSlot;
            CategorySlot[row] = products[row].CategorySlot;
        }

        RowsBySeller = new int[products.Length];
        for (var row = 0; row < products.Length; row++)
            RowsBySeller[row] = row;
        Array.Sort((int[])SellerSlot.Clone(), RowsBySeller);
    }

    /// <summary>An empty piece.</summary>
    public static Segment Empty { get; } = new([], Postings.Empty);

    public int Rows => Products.Length;

    /// <summary>The listing of each row.</summary>
    internal Product[] Products { get; }

    internal int[] ProductSlot { get; }

    internal int[] SellerSlot { get; }

    internal int[] CategorySlot { get; }

    /// <summary>All rows, ordered by seller slot.</summary>
    internal int[] RowsBySeller { get; }

    internal Postings Postings { get; }

    /// <summary>Rows of one category: [start, end).</summary>
    public (int Start, int End) RowsOfCategory(int categorySlot) => (FirstAtLeast(categorySlot), FirstAtLeast(categorySlot + 1));

    /// <summary>Rows of one seller, in no promised order.</summary>
    public ReadOnlySpan<int> RowsOfSeller(int sellerSlot)
    {
        var start = FirstOfSeller(sellerSlot);
        return RowsBySeller.AsSpan(start, FirstOfSeller(sellerSlot + 1) - start);
    }

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

    private int FirstOfSeller(int sellerSlot)
    {
        var (low, high) = (0, Rows);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = SellerSlot[RowsBySeller[middle]] < sellerSlot ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
