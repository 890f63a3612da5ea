namespace Saima.Engine.Catalogue;

/// <summary>Makes one segment of several, without the dead rows and without reading a text again.</summary>
/// <remarks>
/// Every source is in order already, so rows and lists are merged as sorted streams. The first source's listings stay where they
/// are unless a quarter of them is waste; those of the others are copied.
/// </remarks>
internal sealed class SegmentMerge
{
    private readonly IReadOnlyList<Segment> _sources;
    private readonly int[][] _newRow; // by source and row; −1 = dead
    private readonly SegmentRows _rows;

    private SegmentMerge(IReadOnlyList<Segment> sources, IReadOnlyList<DeadRows> dead)
    {
        _sources = sources;
        _newRow = new int[sources.Count][];
        var live = 0;
        for (var s = 0; s < sources.Count; s++)
        {
            _newRow[s] = new int[sources[s].Rows];
            live += sources[s].Rows - dead[s].Count;
        }

        _rows = new SegmentRows(live);
        MergeRows(dead);
    }

    /// <summary>The segment, and by source and row the row in it, −1 for the dead.</summary>
    public static (Segment Segment, int[][] NewRow) Of(IReadOnlyList<Segment> sources, IReadOnlyList<DeadRows> dead)
    {
        var merge = new SegmentMerge(sources, dead);
        return (new Segment(merge._rows, merge.MergeListings(), merge.MergePostings()), merge._newRow);
    }

    private void MergeRows(IReadOnlyList<DeadRows> dead)
    {
        var next = new int[_sources.Count];
        for (var at = 0; ; at++)
        {
            var best = -1;
            for (var s = 0; s < next.Length; s++)
            {
                while (next[s] < _sources[s].Rows && dead[s][next[s]])
                    _newRow[s][next[s]++] = -1;
                if (next[s] < _sources[s].Rows && (best < 0 || KeyOf(s, next[s]) < KeyOf(best, next[best])))
                    best = s;
            }

            if (best < 0)
                return;
            _rows.Copy(at, _sources[best].Columns, next[best]);
            _newRow[best][next[best]++] = at;
        }
    }

    private ulong KeyOf(int source, int row) => ((ulong)_sources[source].CategorySlot[row] << 32) | (uint)_sources[source].ProductSlot[row];

    private Listings MergeListings()
    {
        var first = _sources[0].Listings;
        var keeps = LiveIn(_newRow[0]) * 4L >= first.Packed * 3L;
        var chunks = new List<byte[]>(keeps ? first.Chunks : []);
        var (bytes, packed, firstChunk) = (new PackedBytes(), keeps ? first.Packed : 0, chunks.Count);
        for (var s = keeps ? 1 : 0; s < _sources.Count; s++)
        {
            for (var row = 0; row < _newRow[s].Length; row++)
            {
                if (_newRow[s][row] is not (var at and >= 0))
                    continue;
                var from = _sources[s].Listings.BytesAt(row);
                var place = bytes.Copy(from[..PackedListing.LengthOf(from)]);
                _rows.Listing[at] = new ListingAt(place.Chunk + firstChunk, place.Offset);
                packed++;
            }
        }

        chunks.AddRange(bytes.Chunks());
        return new Listings([.. chunks], _rows.Listing, packed);
    }

    private static int LiveIn(int[] newRow)
    {
        var live = 0;
        foreach (var row in newRow)
            live += row >= 0 ? 1 : 0;
        return live;
    }

    private Postings MergePostings()
    {
        var builder = new PostingsBuilder(_rows.Count);
        for (var s = 0; s < _sources.Count; s++)
        {
            var isWhole = LiveIn(_newRow[s]) == _newRow[s].Length;
            for (var index = 0; index < _sources[s].Postings.TermCount; index++)
            {
                var list = _sources[s].Postings.At(index);
                builder.Count(_sources[s].Postings.TermAt(index), isWhole ? list.Count : CountLive(list, _newRow[s]));
            }
        }

        builder.Lay();
        AddTerms(builder);
        return builder.Build();
    }

    private static int CountLive(PostingList list, int[] newRow)
    {
        var (live, cursor) = (0, new PostingCursor(list));
        while (cursor.Next())
            live += newRow[cursor.Row] >= 0 ? 1 : 0;
        return live;
    }

    // All sources at once, term by term: within a term rows must come in order, whichever source has them.
    private void AddTerms(PostingsBuilder builder)
    {
        var (index, cursors) = (new int[_sources.Count], new PostingCursor[_sources.Count]);
        while (LeastTerm(index) is var term and < int.MaxValue)
        {
            for (var s = 0; s < index.Length; s++)
            {
                var postings = _sources[s].Postings;
                var holds = index[s] < postings.TermCount && postings.TermAt(index[s]) == term;
                cursors[s] = new PostingCursor(holds ? postings.At(index[s]++) : PostingList.Empty);
                Advance(ref cursors[s], s);
            }

            AddTerm(builder, term, cursors);
        }
    }

    private int LeastTerm(int[] index)
    {
        var least = int.MaxValue;
        for (var s = 0; s < index.Length; s++)
        {
            if (index[s] < _sources[s].Postings.TermCount)
                least = Math.Min(least, _sources[s].Postings.TermAt(index[s]));
        }

        return least;
    }

    private void AddTerm(PostingsBuilder builder, int term, PostingCursor[] cursors)
    {
        while (true)
        {
            var (best, bestRow) = (-1, int.MaxValue);
            for (var s = 0; s < cursors.Length; s++)
            {
                if (!cursors[s].IsAtEnd && _newRow[s][cursors[s].Row] < bestRow)
                    (best, bestRow) = (s, _newRow[s][cursors[s].Row]);
            }

            if (best < 0)
                return;
            builder.Add(bestRow, term, cursors[best].Impact);
            Advance(ref cursors[best], best);
        }
    }

    private void Advance(ref PostingCursor cursor, int source)
    {
        while (cursor.Next() && _newRow[source][cursor.Row] < 0)
        {
            // the dead stay behind
        }
    }
}
