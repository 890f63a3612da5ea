using Saima.Engine.Catalogue;
using Saima.Engine.Kernels;

namespace Saima.Engine.Retrieval;

/// <summary>Rows of one segment that may match, with the impact of every term of the query in each.</summary>
/// <remarks>Columns, reused from request to request; they grow only.</remarks>
internal sealed class Candidates
{
    private readonly byte[][] _impacts = new byte[QueryTerms.Most][];
    private readonly PostingList[] _lists = new PostingList[QueryTerms.Most];
    private readonly int[] _order = new int[QueryTerms.Most];
    private readonly int[] _counts = new int[QueryTerms.Most];
    private readonly RowBits _bits = new();
    private int[] _rows = new int[1024];
    private int[] _kept = new int[1024];
    private float[] _shares = new float[1024];
    private float[] _held = new float[1024];
    private int _terms;

    public Candidates() => Array.Fill(_impacts, []);

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows, ascending.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>By row, idf-weighted sum of impacts.</summary>
    public ReadOnlySpan<float> Shares => _shares.AsSpan(0, Count);

    /// <summary>By row, sum of idf of the terms that it holds.</summary>
    public ReadOnlySpan<float> Held => _held.AsSpan(0, Count);

    /// <summary>Impact of a term in every row, 0 where the row does not hold it.</summary>
    public ReadOnlySpan<byte> ImpactsOf(int term) => _impacts[term].AsSpan(0, Count);

    /// <summary>Looks up the lists of a query's terms in a segment.</summary>
    public void Start(Segment segment, QueryTerms terms)
    {
        _terms = terms.Count;
        Count = 0;
        for (var t = 0; t < _terms; t++)
        {
            _lists[t] = segment.Postings.Find(terms.Ids[t]);
            (_order[t], _counts[t]) = (t, _lists[t].Count);
        }
    }

    /// <summary>Finds the rows that hold all terms.</summary>
    public void FindAll(int segmentRows)
    {
        // Step 1 of 3: the shortest list first; a term that nobody holds ends it.
        _counts.AsSpan(0, _terms).Sort(_order.AsSpan(0, _terms));
        if (_terms == 0 || _counts[0] == 0)
            return;
        // Step 2 of 3: rows of the shortest list, or of the bits of all if every list is dense.
        var first = _lists[_order[0]];
        if (first.Dense is null)
        {
            Take(first, _order[0]);
            for (var i = 1; i < _terms && Count > 0; i++)
                Keep(_lists[_order[i]], i, segmentRows);
        }
        else
        {
            TakeCommon(segmentRows);
        }

        // Step 3 of 3: the impacts that the lists of bits have not brought yet.
        FillDense();
    }

    /// <summary>Finds the rows that hold at least one of the terms that a match cannot do without.</summary>
    /// <param name="needed">By term: whether a row that matches must hold one of these.</param>
    /// <param name="segmentRows">Rows of the segment.</param>
    public void FindSome(ReadOnlySpan<bool> needed, int segmentRows)
    {
        _bits.Clear(segmentRows);
        for (var t = 0; t < _terms; t++)
        {
            if (needed[t])
                _bits.Add(_lists[t]);
        }

        Count = _bits.Count();
        Reserve(Count);
        HeldRows.All(_bits.Words, _rows);
        for (var t = 0; t < _terms; t++)
            Fill(t);
    }

    /// <summary>Weighs every row: what its terms say, and how much of the query it holds; terms in the query's order.</summary>
    public void Weigh(QueryTerms terms)
    {
        _shares.AsSpan(0, Count).Clear();
        _held.AsSpan(0, Count).Clear();
        for (var t = 0; t < _terms; t++)
            SharesOf.AddTo(ImpactsOf(t), terms.Idfs[t] * Text.Impact.Step, terms.Idfs[t], _shares.AsSpan(0, Count), _held.AsSpan(0, Count));
    }

    private void Take(PostingList list, int term)
    {
        Count = list.Count;
        Reserve(Count);
        var postings = list.Postings;
        var (rows, impacts) = (_rows, _impacts[term]);
        for (var i = 0; i < postings.Length; i++)
            (rows[i], impacts[i]) = (Postings.RowOf(postings[i]), Postings.ImpactOf(postings[i]));
    }

    // Keeps the rows that are in one more list; the columns of the sparse lists before it move along.
    private void Keep(PostingList list, int rank, int segmentRows)
    {
        var kept = list.Dense is { } dense ? HeldRows.Of(Rows, dense.Bits, _kept) : KeepSparse(list, rank, segmentRows);
        if (kept < Count)
        {
            Compact(_rows, kept);
            for (var before = 0; before < rank; before++)
            {
                if (_lists[_order[before]].Dense is null)
                    Compact(_impacts[_order[before]], kept);
            }
        }

        Count = kept;
    }

    private int KeepSparse(PostingList list, int rank, int segmentRows)
    {
        var impacts = _impacts[_order[rank]];
        return list.Count > Count * RowBits.SearchFactor
            ? SparseMeet.BySearch(list.Postings, Rows, _kept, impacts)
            : SparseMeet.ByBits(list.Postings, Rows, (_kept, impacts), _bits, segmentRows);
    }

    private void Compact<T>(T[] column, int kept)
    {
        var (from, to) = (_kept, column);
        for (var i = 0; i < kept; i++)
            to[i] = to[from[i]];
    }

    private void TakeCommon(int segmentRows)
    {
        _bits.Clear(segmentRows);
        _bits.Add(_lists[_order[0]]);
        for (var i = 1; i < _terms; i++)
            _bits.Intersect(_lists[_order[i]].Dense!);
        Count = _bits.Count();
        Reserve(Count);
        HeldRows.All(_bits.Words, _rows);
    }

    private void FillDense()
    {
        for (var t = 0; t < _terms; t++)
        {
            if (_lists[t].Dense is not { } dense)
                continue;
            var impacts = _impacts[t];
            for (var i = 0; i < Count; i++)
                impacts[i] = dense.ImpactAt(_rows[i]);
        }
    }

    private void Fill(int term)
    {
        var impacts = _impacts[term];
        if (_lists[term].Dense is { } dense)
        {
            for (var i = 0; i < Count; i++)
                impacts[i] = dense.Holds(_rows[i]) ? dense.ImpactAt(_rows[i]) : (byte)0;
            return;
        }

        impacts.AsSpan(0, Count).Clear();
        foreach (var posting in _lists[term].Postings)
        {
            if (_bits.IndexOf(Postings.RowOf(posting)) is var index and >= 0)
                impacts[index] = Postings.ImpactOf(posting);
        }
    }

    private void Reserve(int count)
    {
        if (_rows.Length < count)
        {
            var size = count + (count >> 1);
            (_rows, _kept, _shares, _held) = (new int[size], new int[size], new float[size], new float[size]);
        }

        for (var t = 0; t < _terms; t++)
        {
            if (_impacts[t].Length < _rows.Length)
                _impacts[t] = new byte[_rows.Length];
        }
    }
}
