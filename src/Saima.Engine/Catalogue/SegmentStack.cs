using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>Which segments are there, which of their rows are dead, and where is each product? A base below, newer segments above.</summary>
internal sealed class SegmentStack
{
    /// <summary>The base is merged when so large a part of it has changed.</summary>
    private const int ChangedShare = 8;

    private readonly List<Segment> _segments = [Segment.Empty];
    private readonly List<DeadRowsEdit> _dead = [new(0)];
    private readonly PagedEdit<Place> _places = new(Place.Nowhere);
    private BaseMerge? _merge;

    /// <summary>Rows for sale.</summary>
    public int Live { get; private set; }

    // Segments that a merge is reading: they stay as they are.
    private int Frozen => _merge?.Sources ?? 1;

    /// <summary>The product is not for sale any more, if it was.</summary>
    public void Kill(int productSlot)
    {
        var place = _places[productSlot];
        if (place.IsNowhere)
            return;
        _dead[place.Segment].Kill(place.Row);
        _places[productSlot] = Place.Nowhere;
        Live--;
        if (_merge is { } merge && place.Segment < merge.Sources)
            merge.DiedSince.Add(place);
    }

    /// <summary>Puts a segment on top; none of its products is for sale elsewhere.</summary>
    public void Push(Segment segment)
    {
        Live += segment.Rows;
        if (_segments is [{ Rows: 0 }])
            Replace(0, 1, segment, new DeadRowsEdit(segment.Rows));
        else
            Replace(_segments.Count, 0, segment, new DeadRowsEdit(segment.Rows));
        NumberRows(_segments.Count - 1);
    }

    /// <summary>Adds all live products of a category.</summary>
    public void AddLiveOf(int categorySlot, List<Product> products)
    {
        for (var s = 0; s < _segments.Count; s++)
        {
            var (start, end) = _segments[s].RowsOfCategory(categorySlot);
            for (var row = start; row < end; row++)
            {
                if (!_dead[s][row])
                    products.Add(_segments[s].ProductAt(row));
            }
        }
    }

    /// <summary>Merges the newest segments as far as their sizes or their number ask for it.</summary>
    public void MergeTiers(int most)
    {
        var deltas = new List<int>();
        for (var s = Frozen; s < _segments.Count; s++)
            deltas.Add(_segments[s].Rows - _dead[s].Count);
        if (Tiers.Due(deltas, most) is var due and > 1)
            MergeTop(due);
    }

    /// <summary>True if enough has changed for a new base.</summary>
    public bool IsBaseMergeDue(int smallest)
    {
        var changed = (long)_dead[0].Count;
        for (var s = 1; s < _segments.Count; s++)
            changed += _segments[s].Rows;
        return changed >= smallest && changed * ChangedShare >= _segments[0].Rows;
    }

    /// <summary>Begins to merge everything that is there now into a new base.</summary>
    public BaseMerge StartBaseMerge(bool inBackground)
    {
        if (_segments.Count > 2)
            MergeTop(_segments.Count - 1);
        var (segments, _, dead) = Publish();
        return _merge = new BaseMerge(segments, dead, inBackground);
    }

    /// <summary>Puts the merged base in the place of what it was made of.</summary>
    public void Take(BaseMerge merge)
    {
        _merge = null;
        var dead = new DeadRowsEdit(merge.Segment.Rows);
        foreach (var place in merge.DiedSince)
            dead.Kill(merge.NewRow[place.Segment][place.Row]);
        Replace(0, merge.Sources, merge.Segment, dead);
        for (var s = 0; s < _segments.Count; s++)
            NumberRows(s);
    }

    /// <summary>Counts by term the live products that hold it.</summary>
    public DocumentFrequencies CountTerms(TermTable terms)
    {
        var counts = new int[terms.Count];
        for (var s = 0; s < _segments.Count; s++)
        {
            var postings = _segments[s].Postings;
            for (var index = 0; index < postings.TermCount; index++)
                counts[postings.TermAt(index)] += LiveIn(s, postings.At(index));
        }

        return new DocumentFrequencies(terms, counts, Live);
    }

    /// <summary>The segments, the first global row of each, and their dead rows, for good.</summary>
    public (Segment[] Segments, int[] Offsets, DeadRows[] Dead) Publish()
    {
        var (offsets, dead) = (new int[_segments.Count + 1], new DeadRows[_segments.Count]);
        for (var s = 0; s < _segments.Count; s++)
        {
            offsets[s + 1] = Aligned(offsets[s] + _segments[s].Rows);
            dead[s] = _dead[s].Publish();
        }

        return ([.. _segments], offsets, dead);
    }

    /// <summary>By product slot, where it is; for good.</summary>
    public Paged<Place> PublishPlaces() => _places.Publish();

    private static int Aligned(int rows) => (rows + Snapshot.RowAlignment - 1) / Snapshot.RowAlignment * Snapshot.RowAlignment;

    private int LiveIn(int segment, PostingList list)
    {
        if (_dead[segment].Count == 0)
            return list.Count;
        var (live, cursor) = (0, new PostingCursor(list));
        while (cursor.Next())
            live += _dead[segment][cursor.Row] ? 0 : 1;
        return live;
    }

    private void MergeTop(int count)
    {
        var from = _segments.Count - count;
        var dead = new List<DeadRows>();
        for (var s = from; s < _segments.Count; s++)
            dead.Add(_dead[s].Publish());
        var merged = SegmentMerge.Of(_segments[from..], dead).Segment;
        Replace(from, count, merged, new DeadRowsEdit(merged.Rows));
        NumberRows(from);
    }

    private void Replace(int from, int count, Segment segment, DeadRowsEdit dead)
    {
        _segments.RemoveRange(from, count);
        _dead.RemoveRange(from, count);
        _segments.Insert(from, segment);
        _dead.Insert(from, dead);
    }

    private void NumberRows(int segment)
    {
        var slots = _segments[segment].ProductSlot;
        for (var row = 0; row < slots.Length; row++)
        {
            if (!_dead[segment][row])
                _places[slots[row]] = new Place(segment, row);
        }
    }
}
