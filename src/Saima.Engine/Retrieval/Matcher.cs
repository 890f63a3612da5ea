using Saima.Engine.Catalogue;
using Saima.Engine.Policies;

namespace Saima.Engine.Retrieval;

/// <summary>Which products satisfy this intent? All of them; none is left out because it seems weak.</summary>
/// <remarks>
/// First the rows that hold every term, by meeting the lists from the shortest up. Only if they are fewer than the rule wants, the
/// rows that hold enough of the query: those that hold one of the sets of terms that weigh enough, met as maps of bits. Of a long
/// query there are too many sets; there each match must hold one of the rarer terms, because the frequent ones together weigh too
/// little, and what holds one of them is weighed.
/// </remarks>
public sealed class Matcher : IDisposable
{
    private readonly QueryTerms _terms = new();
    private readonly CountedTerms _counted = new();
    private readonly RowFilter _filter = new();
    private readonly Candidates _candidates = new();
    private readonly EnoughTerms _enough = new();
    private readonly bool[] _needed = new bool[QueryTerms.Most];
    private readonly int[] _holders = new int[QueryTerms.Most];
    private bool[] _inSubtree = [];

    /// <summary>The terms of the last query.</summary>
    public QueryTerms Terms => _terms;

    /// <summary>Fills <paramref name="matches"/> with every live row that satisfies the intent.</summary>
    /// <param name="intent">What is asked.</param>
    /// <param name="snapshot">What is for sale.</param>
    /// <param name="sellerChecked">By seller slot: whether something that was checked holds today.</param>
    /// <param name="rule">When a product matches a query.</param>
    /// <param name="matches">Emptied, then filled.</param>
    /// <param name="facets">Counts on the way how the answer could be narrowed; null = nobody asks.</param>
    public void Find(Intent intent, Snapshot snapshot, bool[] sellerChecked, RetrievalRule rule, Matches matches, FacetCounts? facets = null)
    {
        _filter.Prepare(intent.Filters, snapshot, sellerChecked);
        Begin(snapshot, matches, facets);
        if (intent.Query is { } query)
            ByQuery(query, snapshot, rule, (matches, facets));
        else if (intent.CategorySlot is { } category)
            ByCategory(category, snapshot, (matches, facets));
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
            if (snapshot.Segments[segment].Postings.Find(_terms.Ids[t]).ImpactAt(row) == 0)
                missing.Add(_terms.WordAt(t));
        }

        return missing;
    }

    public void Dispose() => _terms.Dispose();

    private static void Begin(Snapshot snapshot, Matches matches, FacetCounts? facets)
    {
        matches.Clear();
        facets?.Start(snapshot);
    }

    private void ByQuery(string query, Snapshot snapshot, RetrievalRule rule, (Matches Matches, FacetCounts? Facets) to)
    {
        _terms.Read(query, snapshot);
        _counted.Take(_terms, snapshot);
        if (_counted.Count == 0)
            return;
        _holders.AsSpan(0, _counted.Count).Clear();
        var isAll = FindAll(snapshot, rule, to);
        if (!isAll)
        {
            Begin(snapshot, to.Matches, to.Facets);
            var least = (float)(rule.Share * _counted.IdfSum);
            FindEnough(snapshot, least, to);
            isAll = least == _counted.IdfSum;
        }

        if (to.Matches.Count > 0)
            NameRelaxed(isAll, to.Matches);
    }

    // True if those that hold every term are the answer.
    private bool FindAll(Snapshot snapshot, RetrievalRule rule, (Matches Matches, FacetCounts? Facets) to)
    {
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            _candidates.Start(snapshot.Segments[s], _counted);
            _candidates.FindAll();
            Keep(snapshot, s, _counted.IdfSum, to);
        }

        return _counted.Count == 1 || (to.Matches.Count > 0 && to.Matches.Count >= rule.Enough);
    }

    private void FindEnough(Snapshot snapshot, float least, (Matches Matches, FacetCounts? Facets) to)
    {
        var isShort = _counted.Count <= EnoughTerms.MostTerms;
        if (isShort)
            _enough.Find(_counted.Idfs, least);
        else
            MarkNeeded(least);
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            _candidates.Start(snapshot.Segments[s], _counted);
            if (isShort)
                _candidates.FindSome(_enough.Sets);
            else
                _candidates.FindAny(_needed.AsSpan(0, _counted.Count));
            Keep(snapshot, s, least, to);
        }
    }

    private void NameRelaxed(bool isAll, Matches matches)
    {
        var counted = 0;
        for (var t = 0; t < _terms.Count; t++)
        {
            var isCounted = counted < _counted.Count && _counted.Index[counted] == t;
            if (!isCounted || (!isAll && _holders[counted] < matches.Count))
                matches.Relaxed.Add(_terms.WordAt(t));
            counted += isCounted ? 1 : 0;
        }
    }

    // From the most frequent term up, for as long as they weigh too little together. Sums of a row differ from these by rounding
    // only, a thousand times less than the margin.
    private void MarkNeeded(float least)
    {
        var needed = _needed.AsSpan(0, _counted.Count);
        needed.Fill(true);
        for (var sum = 0.0; ;)
        {
            var lightest = -1;
            for (var t = 0; t < needed.Length; t++)
            {
                if (needed[t] && (lightest < 0 || _counted.Idfs[t] < _counted.Idfs[lightest]))
                    lightest = t;
            }

            if (lightest < 0 || (sum += _counted.Idfs[lightest]) >= least * (1 - 1e-4))
                return;
            needed[lightest] = false;
        }
    }

    private void Keep(Snapshot snapshot, int s, float least, (Matches Matches, FacetCounts? Facets) to)
    {
        _candidates.Weigh(_counted);
        var (segment, offset, dead, whole) = (snapshot.Segments[s], snapshot.Offsets[s], snapshot.Dead[s], _counted.IdfSum);
        var isPlain = dead.Count == 0 && to.Facets is null && _filter.TakesAll;
        if (isPlain && least == whole)
        {
            to.Matches.AddAll(offset, _candidates.Rows, _candidates.Shares, whole);
            return;
        }

        var rows = _candidates.Rows;
        var shares = _candidates.Shares;
        var held = _candidates.Held;
        for (var i = 0; i < rows.Length; i++)
        {
            if (held[i] < least || (!isPlain && (dead[rows[i]] || !Takes(segment, rows[i], to.Facets))))
                continue;
            to.Matches.Add(offset + rows[i], shares[i] / whole);
            if (least < whole)
                CountHolders(i);
        }
    }

    private void CountHolders(int candidate)
    {
        for (var t = 0; t < _counted.Count; t++)
            _holders[t] += _candidates.ImpactsOf(t)[candidate] == 0 ? 0 : 1;
    }

    private bool Takes(Segment segment, int row, FacetCounts? facets)
    {
        var lacks = _filter.LackingIn(segment, row);
        facets?.Add(segment, row, lacks, _filter.IsChecked(segment, row));
        return lacks == RowFilter.Lacks.Nothing;
    }

    private void ByCategory(int category, Snapshot snapshot, (Matches Matches, FacetCounts? Facets) to)
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
                    AddCategory(snapshot, s, c, to);
            }
        }
    }

    private void AddCategory(Snapshot snapshot, int s, int category, (Matches Matches, FacetCounts? Facets) to)
    {
        var segment = snapshot.Segments[s];
        var (start, end) = segment.RowsOfCategory(category);
        for (var row = start; row < end; row++)
        {
            if (!snapshot.Dead[s][row] && Takes(segment, row, to.Facets))
                to.Matches.Add(snapshot.Offsets[s] + row, 1);
        }
    }
}
