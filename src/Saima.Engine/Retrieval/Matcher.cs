using Saima.Engine.Catalogue;
using Saima.Engine.Kernels;
using Saima.Engine.Policies;

namespace Saima.Engine.Retrieval;

/// <summary>Which products satisfy this intent? All of them; none is left out because it seems weak.</summary>
public sealed class Matcher : IDisposable
{
    // Stands in the held idf of a row once it is a match.
    private const float Matched = -1;

    private readonly QueryTerms _terms = new();
    private readonly RowFilter _filter = new();
    private float[] _impacts = [];
    private float[] _held = [];
    private int[] _touched = [];
    private bool[] _inSubtree = [];

    /// <summary>The terms of the last query.</summary>
    public QueryTerms Terms => _terms;

    /// <summary>Fills <paramref name="matches"/> with every live row that satisfies the intent.</summary>
    /// <param name="intent">What is asked.</param>
    /// <param name="snapshot">What is for sale.</param>
    /// <param name="sellerChecked">By seller slot: whether something that was checked holds today.</param>
    /// <param name="rule">When a product matches a query.</param>
    /// <param name="matches">Emptied, then filled.</param>
    public void Find(Intent intent, Snapshot snapshot, bool[] sellerChecked, RetrievalRule rule, Matches matches)
    {
        matches.Clear();
        _filter.Prepare(intent.Filters, snapshot, sellerChecked);
        if (intent.Query is { } query)
            ByQuery(query, snapshot, rule, matches);
        else if (intent.CategorySlot is { } category)
            ByCategory(category, snapshot, matches);
    }

    /// <summary>Terms of the last query that the row does not hold.</summary>
    /// <param name="snapshot">What the query was asked of.</param>
    /// <param name="globalRow">The row in it.</param>
    public IReadOnlyList<string> MissingIn(Snapshot snapshot, int globalRow)
    {
        var (segment, row) = snapshot.Locate(globalRow);
        var missing = new List<string>();
        for (var t = 0; t < _terms.Count; t++)
        {
            if (snapshot.Segments[segment].Postings.Find(_terms.Ids[t]).Rows.Span.BinarySearch(row) < 0)
                missing.Add(_terms.WordAt(t));
        }

        return missing;
    }

    public void Dispose() => _terms.Dispose();

    private void ByQuery(string query, Snapshot snapshot, RetrievalRule rule, Matches matches)
    {
        _terms.Read(query, snapshot);
        if (_terms.Count == 0)
            return;
        Reserve(snapshot.Rows);
        var touched = 0;
        for (var s = 0; s < snapshot.Segments.Length; s++)
            touched = Gather(snapshot, s, touched);
        var least = (float)(rule.Share * _terms.IdfSum);
        var (kept, whole) = KeepLive(snapshot, touched, least);
        var all = whole > 0 && whole >= rule.Enough;
        least = all ? _terms.IdfSum : least;
        for (var i = 0; i < kept; i++)
        {
            var row = _touched[i];
            if (_held[row] < least)
                continue;
            matches.Add(row, _impacts[row] / _terms.IdfSum);
            _held[row] = Matched;
        }

        if (!all && matches.Count > 0)
            NameRelaxed(snapshot, matches);
        for (var i = 0; i < touched; i++)
            (_impacts[_touched[i]], _held[_touched[i]]) = (0, 0);
    }

    // One pass over the lists: how much every row says about the query, and how much of the query it holds.
    private int Gather(Snapshot snapshot, int segment, int touched)
    {
        var offset = snapshot.Offsets[segment];
        for (var t = 0; t < _terms.Count; t++)
        {
            var (rows, impacts) = snapshot.Segments[segment].Postings.Find(_terms.Ids[t]);
            touched = AddImpacts.To(rows.Span, impacts.Span, _terms.Idfs[t], (offset, touched), (_impacts, _held, _touched));
        }

        return touched;
    }

    // Rows that hold too little, are dead or filtered out leave the list of touched ones by changing places with one that stays, so
    // that all can be cleared later. Most hold too little: they are let go before anything else is read of them.
    private (int Kept, int Whole) KeepLive(Snapshot snapshot, int touched, float least)
    {
        var (kept, whole) = (0, 0);
        for (var i = 0; i < touched; i++)
        {
            var globalRow = _touched[i];
            if (_held[globalRow] < least)
                continue;
            var (segment, row) = snapshot.Locate(globalRow);
            if (snapshot.Dead[segment][row] || !_filter.Takes(snapshot.Segments[segment], row))
                continue;
            (_touched[kept], _touched[i]) = (globalRow, _touched[kept]);
            kept++;
            whole += _held[globalRow] >= _terms.IdfSum ? 1 : 0;
        }

        return (kept, whole);
    }

    private void NameRelaxed(Snapshot snapshot, Matches matches)
    {
        for (var t = 0; t < _terms.Count; t++)
        {
            var holders = 0;
            for (var s = 0; s < snapshot.Segments.Length; s++)
            {
                foreach (var row in snapshot.Segments[s].Postings.Find(_terms.Ids[t]).Rows.Span)
                    holders += _held[snapshot.Offsets[s] + row] == Matched ? 1 : 0;
            }

            if (holders < matches.Count)
                matches.Relaxed.Add(_terms.WordAt(t));
        }
    }

    private void ByCategory(int category, Snapshot snapshot, Matches matches)
    {
        if (snapshot.FindCategory(category) is null)
            return;
        if (_inSubtree.Length < snapshot.CategoryBySlot.Length)
            _inSubtree = new bool[snapshot.CategoryBySlot.Length];
        snapshot.MarkSubtree(category, _inSubtree);
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            for (var c = category; c < snapshot.CategoryBySlot.Length; c++)
            {
                if (_inSubtree[c])
                    AddCategory(snapshot, s, c, matches);
            }
        }
    }

    private void AddCategory(Snapshot snapshot, int segment, int category, Matches matches)
    {
        var rows = snapshot.Segments[segment];
        var (start, end) = rows.RowsOfCategory(category);
        for (var row = start; row < end; row++)
        {
            if (!snapshot.Dead[segment][row] && _filter.Takes(rows, row))
                matches.Add(snapshot.Offsets[segment] + row, 1);
        }
    }

    private void Reserve(int rows)
    {
        if (_impacts.Length >= rows)
            return;
        var size = rows + (rows >> 2);
        (_impacts, _held, _touched) = (new float[size], new float[size], new int[size]);
    }
}
