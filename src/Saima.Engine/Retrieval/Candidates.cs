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
    private readonly ulong[] _everyTerm = new ulong[1];
    private readonly RowMaps _maps = new();
    private int[] _rows = new int[1024];
    private int[] _kept = new int[1024];
    private float[] _shares = new float[1024];
    private float[] _held = new float[1024];
    private int _terms;
    private int _segmentRows;

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
    public void Start(Segment segment, CountedTerms terms)
    {
        (_terms, _segmentRows, Count) = (terms.Count, segment.Rows, 0);
        for (var t = 0; t < _terms; t++)
            _lists[t] = segment.Postings.Find(terms.Ids[t]);
    }

    /// <summary>Finds the rows that hold all terms.</summary>
    public void FindAll()
    {
        // Step 1 of 3: shorter lists before longer ones, and a look at a bit before a search; a term that nobody holds ends it.
        if (!Order())
            return;
        var first = _lists[_order[0]];
        if (first.Dense is not null)
        {
            _everyTerm[0] = ulong.MaxValue >> (64 - _terms);
            FindSome(_everyTerm);
            return;
        }

        // Step 2 of 3: from the shortest sparse list, list by list what is in all.
        Take(first, _order[0], _terms > 1 ? _lists[_order[1]].Dense : null);
        for (var i = 1; i < _terms && Count > 0; i++)
        {
            if (i > 1 || _lists[_order[1]].Dense is null)
                Keep(_lists[_order[i]], i);
        }

        // Step 3 of 3: the impacts that the maps of bits have not brought yet.
        FillDense();
    }

    /// <summary>Finds the rows that hold every term of at least one set.</summary>
    /// <param name="sets">Bit t of a set is term t.</param>
    public void FindSome(ReadOnlySpan<ulong> sets)
    {
        Count = _maps.Find(_lists.AsSpan(0, _terms), sets, _segmentRows, ref _rows);
        Reserve(Count);
        for (var t = 0; t < _terms; t++)
            Fill(t);
    }

    /// <summary>Finds the rows that hold at least one of some terms.</summary>
    /// <param name="needed">By term: whether a row that matches must hold one of these.</param>
    public void FindAny(ReadOnlySpan<bool> needed)
    {
        Span<ulong> sets = stackalloc ulong[QueryTerms.Most];
        var count = 0;
        for (var t = 0; t < _terms; t++)
        {
            if (needed[t])
                sets[count++] = 1UL << t;
        }

        FindSome(sets[..count]);
    }

    /// <summary>Weighs every row: what its terms say, and how much of the query it holds; terms in the query's order.</summary>
    public void Weigh(CountedTerms terms)
    {
        _shares.AsSpan(0, Count).Clear();
        _held.AsSpan(0, Count).Clear();
        for (var t = 0; t < _terms; t++)
            SharesOf.AddTo(ImpactsOf(t), terms.Idfs[t] * Text.Impact.Step, terms.Idfs[t], _shares.AsSpan(0, Count), _held.AsSpan(0, Count));
    }

    // The shortest sparse list, then the dense ones, then the other sparse ones, each from the shortest up.
    private bool Order()
    {
        var shortest = int.MaxValue;
        for (var t = 0; t < _terms; t++)
        {
            if (_lists[t].Count == 0)
                return false;
            shortest = _lists[t].Dense is null ? Math.Min(shortest, _lists[t].Count) : shortest;
        }

        var hasFirst = false;
        for (var t = 0; t < _terms; t++)
        {
            var isFirst = !hasFirst && _lists[t].Dense is null && _lists[t].Count == shortest;
            hasFirst |= isFirst;
            (_order[t], _counts[t]) = (t, isFirst ? -1 : _lists[t].Dense is null ? _lists[t].Count + Postings.MostRows : _lists[t].Count);
        }

        _counts.AsSpan(0, _terms).Sort(_order.AsSpan(0, _terms));
        return _terms > 0;
    }

    private void Take(PostingList list, int term, DenseList? dense)
    {
        Reserve(list.Count);
        if (dense is not null)
        {
            Count = HeldRows.OfPostings(list.Postings, dense.Bits, _rows, _impacts[term]);
            return;
        }

        Count = list.Count;
        var postings = list.Postings;
        var (rows, impacts) = (_rows, _impacts[term]);
        for (var i = 0; i < postings.Length; i++)
            (rows[i], impacts[i]) = (Postings.RowOf(postings[i]), Postings.ImpactOf(postings[i]));
    }

    // Keeps the rows that are in one more list; the columns of the sparse lists before it move along.
    private void Keep(PostingList list, int rank)
    {
        var kept = list.Dense is { } dense ? HeldRows.Of(Rows, dense.Bits, _kept) : KeepSparse(list, _order[rank]);
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

    private int KeepSparse(PostingList list, int term)
    {
        if (list.Count > Count * SearchRows.Factor)
            return SearchRows.In(list.Postings, Rows, _kept, _impacts[term]);
        Reserve(list.Count + 1);
        return _maps.Keep(Rows, list, _segmentRows, (_kept, _impacts[term]));
    }

    private void Compact<T>(T[] column, int kept)
    {
        var (from, to) = (_kept, column);
        for (var i = 0; i < kept; i++)
            to[i] = to[from[i]];
    }

    private void FillDense()
    {
        for (var t = 0; t < _terms; t++)
        {
            if (_lists[t].Dense is { } dense)
            {
                var impacts = _impacts[t];
                for (var i = 0; i < Count; i++)
                    impacts[i] = dense.ImpactAt(_rows[i]);
            }
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

        // Both ascend: one walk over both.
        var postings = _lists[term].Postings;
        var at = 0;
        for (var i = 0; i < Count; i++)
        {
            while (at < postings.Length && Postings.RowOf(postings[at]) < _rows[i])
                at++;
            impacts[i] = at < postings.Length && Postings.RowOf(postings[at]) == _rows[i] ? Postings.ImpactOf(postings[at]) : (byte)0;
        }
    }

    private void Reserve(int count)
    {
        if (_shares.Length < count)
        {
            var size = count + (count >> 1);
            Array.Resize(ref _rows, Math.Max(size, _rows.Length));
            Array.Resize(ref _kept, size);
            (_shares, _held) = (new float[size], new float[size]);
        }

        for (var t = 0; t < _terms; t++)
        {
            if (_impacts[t].Length < _shares.Length)
                Array.Resize(ref _impacts[t], _shares.Length);
        }
    }
}
