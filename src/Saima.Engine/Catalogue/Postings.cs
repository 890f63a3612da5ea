namespace Saima.Engine.Catalogue;

/// <summary>Here is a term; where is its list? The inverted lists of one segment.</summary>
/// <remarks>
/// A posting is one number, the row in its upper 24 bits and the impact in its lower 8: four bytes, read in one stream. Terms that at
/// least one row in 64 holds are dense lists: up to twice the memory at that bound, less from one row in 16 on.
/// </remarks>
internal sealed class Postings
{
    /// <summary>Most rows of a segment: what 24 bits can number.</summary>
    public const int MostRows = 1 << 24;

    /// <summary>A list is dense if it holds at least one row in so many…</summary>
    public const int DenseShare = 64;

    /// <summary>…and at least so many rows.</summary>
    public const int FewestDense = 32;

    private readonly int[] _terms;
    private readonly int[] _starts;
    private readonly uint[] _postings;
    private readonly DenseList?[] _dense;
    private readonly int[]? _indexOfTerm;

    /// <summary>Takes the lists as they are.</summary>
    /// <param name="terms">Terms that occur, ascending.</param>
    /// <param name="starts">Where the list of each begins; one more than there are terms. A dense term's list is empty there.</param>
    /// <param name="postings">Lists of the terms that are not dense, rows ascending within each.</param>
    /// <param name="dense">By index of the term: its dense list, or null.</param>
    public Postings(int[] terms, int[] starts, uint[] postings, DenseList?[] dense)
    {
        (_terms, _starts, _postings, _dense) = (terms, starts, postings, dense);

        // A large segment holds most terms there are: then a table by term is hardly larger than the terms, and needs no search.
        if (terms.Length > 0 && terms[^1] < terms.Length * 4L)
            _indexOfTerm = IndexByTerm(terms);
    }

    /// <summary>By index of the term, where its list begins in <see cref="Sparse"/>.</summary>
    public int[] Starts => _starts;

    /// <summary>All lists that are not dense, one after another.</summary>
    public uint[] Sparse => _postings;

    public static Postings Empty { get; } = new([], [0], [], []);

    public int TermCount => _terms.Length;

    /// <summary>Row of a posting.</summary>
    public static int RowOf(uint posting) => (int)(posting >> 8);

    /// <summary>Impact of a posting, in steps of <see cref="Text.Impact.Step"/>.</summary>
    public static byte ImpactOf(uint posting) => (byte)posting;

    /// <summary>The posting of a row below <see cref="MostRows"/>.</summary>
    public static uint Of(int row, byte impact) => ((uint)row << 8) | impact;

    /// <summary>True if a list of so many rows is kept as bits.</summary>
    public static bool IsDense(int count, int rows) => count >= FewestDense && (long)count * DenseShare >= rows;

    public int TermAt(int index) => _terms[index];

    /// <summary>The term's list; empty if it does not occur.</summary>
    public PostingList Find(int term)
    {
        var index = _indexOfTerm is null ? Array.BinarySearch(_terms, term)
            : (uint)term < (uint)_indexOfTerm.Length ? _indexOfTerm[term] : -1;
        return index < 0 ? PostingList.Empty : At(index);
    }

    /// <summary>The list of the term at an index of the ascending terms.</summary>
    public PostingList At(int index) => _dense[index] is { } dense
        ? new PostingList([], 0, dense.Impacts.Length, dense)
        : new PostingList(_postings, _starts[index], _starts[index + 1] - _starts[index], null);

    private static int[] IndexByTerm(int[] terms)
    {
        var indexOfTerm = new int[terms[^1] + 1];
        Array.Fill(indexOfTerm, -1);
        for (var index = 0; index < terms.Length; index++)
            indexOfTerm[terms[index]] = index;
        return indexOfTerm;
    }
}
