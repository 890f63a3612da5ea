namespace Saima.Engine.Catalogue;

/// <summary>Which rows hold one term, and how much does it say in each? Either a list of rows or, of frequent terms, a bit a row.</summary>
/// <param name="Sparse">Postings (<see cref="Postings.RowOf"/>, <see cref="Postings.ImpactOf"/>), rows ascending; not used if the list is dense.</param>
/// <param name="Start">The first one.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Dense">The bits, or null.</param>
internal readonly record struct PostingList(uint[] Sparse, int Start, int Count, DenseList? Dense)
{
    public static PostingList Empty { get; } = new([], 0, 0, null);

    /// <summary>The postings of a sparse list.</summary>
    public ReadOnlySpan<uint> Postings => Sparse.AsSpan(Start, Count);

    /// <summary>Impact of the term in a row, in steps; 0 if the row does not hold it.</summary>
    public byte ImpactAt(int row)
    {
        if (Dense is { } dense)
            return dense.Holds(row) ? dense.ImpactAt(row) : (byte)0;
        var at = FirstAtLeast(Postings, row);
        return at < Count && Catalogue.Postings.RowOf(Postings[at]) == row ? Catalogue.Postings.ImpactOf(Postings[at]) : (byte)0;
    }

    /// <summary>Index of the first posting whose row is not below <paramref name="row"/>; their number if all are.</summary>
    public static int FirstAtLeast(ReadOnlySpan<uint> postings, int row)
    {
        var (low, high) = (0, postings.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Catalogue.Postings.RowOf(postings[middle]) < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
