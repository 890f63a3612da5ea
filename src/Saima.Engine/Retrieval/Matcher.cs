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
        if (_terms.Count == 0)
            return;
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            _candidates.Start(snapshot.Segments[s], _terms);
            _candidates.FindAll();
            Keep(snapshot, s, _terms.IdfSum, to);
        }

        if (_terms.Count == 1 || (to.Matches.Count > 0 && to.Matches.Count >= rule.Enough))
            return;
        Begin(snapshot, to.Matches, to.Facets);
        Relax(snapshot, (float)(rule.Share * _terms.IdfSum), to);
    }

    private void Relax(Snapshot snapshot, float least, (Matches Matches, FacetCounts? Facets) to)
    {
        var isShort = _terms.Count <= EnoughTerms.MostTerms;
        if (isShort)
            _enough.Find(_terms.Idfs, least);
        else
            MarkNeeded(least);
        _holders.AsSpan(0, _terms.Count).Clear();
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            _candidates.Start(snapshot.Segments[s], _terms);
            if (isShort)
                _candidates.FindSome(_enough.Sets);
            else
                _candidates.FindAny(_needed.AsSpan(0, _terms.Count));
            Keep(snapshot, s, least, to);
        }

        for (var t = 0; t < _terms.Count; t++)
        {
            if (_holders[t] < to.Matches.Count)
                to.Matches.Relaxed.Add(_terms.WordAt(t));
        }
    }

    // From the most frequent term up, for as long as they weigh too little together. Sums of a row differ from these by rounding
    // only, a thousand times less than the margin.
    private void MarkNeeded(float least)
    {
        var needed = _needed.AsSpan(0, _terms.Count);
        needed.Fill(true);
        for (var sum = 0.0; ;)
        {
            var lightest = -1;
            for (var t = 0; t < needed.Length; t++)
            {
                if (needed[t] && (lightest < 0 || _terms.Idfs[t] < _terms.Idfs[lightest]))
                    lightest = t;
            }

            if (lightest < 0 || (sum += _terms.Idfs[lightest]) >= least * (1 - 1e-4))
                return;
            needed[lightest] = false;
        }
    }

    private void Keep(Snapshot snapshot, int s, float least, (Matches Matches, FacetCounts? Facets) to)
    {
        _candidates.Weigh(_terms);
        var (segment, offset, dead, whole) = (snapshot.Segments[s], snapshot.Offsets[s], snapshot.Dead[s], _terms.IdfSum);
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
        for (var t = 0; t < _terms.Count; t++)
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
