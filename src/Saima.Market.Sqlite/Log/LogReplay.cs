using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What did the log take, in its one order over all segments? Reads a page of rows at a time, never a whole day.</summary>
internal sealed class LogReplay(SegmentSet segments, LogLimits limits)
{
    private delegate List<LogRow> Page(SegmentReader reader, long after, long through, int rows);

    /// <summary>The slices that were closed in (after, through], as they were closed.</summary>
    public IEnumerable<LogSlice> Slices(long after, long through)
    {
        var end = LastBoundary(through);
        var start = LastBoundary(after);
        var open = new LogTail();
        foreach (var row in Rows(start, end))
        {
            if (row.IsBoundary) yield return open.Cut(row.Sequence, row.ClosedAtMicros);
            else open.Add(row);
        }
    }

    /// <summary>The last boundary of any segment that is not beyond <paramref name="through"/>, 0 if there is none.</summary>
    public long LastBoundary(long through) =>
        segments.All.Select(segment => segment.Read(reader => reader.LastBoundary(through))).DefaultIfEmpty().Max();

    /// <summary>Everything in (after, through], in order of sequence.</summary>
    public IEnumerable<LogRow> Rows(long after, long through)
    {
        var heads = new PriorityQueue<IEnumerator<LogRow>, long>();
        try
        {
            foreach (var cursor in Cursors(after, through)) Requeue(heads, cursor);
            while (heads.TryDequeue(out var cursor, out _))
            {
                yield return cursor.Current;
                Requeue(heads, cursor);
            }
        }
        finally
        {
            while (heads.TryDequeue(out var cursor, out _)) cursor.Dispose();
        }
    }

    private static void Requeue(PriorityQueue<IEnumerator<LogRow>, long> heads, IEnumerator<LogRow> cursor)
    {
        if (cursor.MoveNext()) heads.Enqueue(cursor, cursor.Current.Sequence);
        else cursor.Dispose();
    }

    private IEnumerable<IEnumerator<LogRow>> Cursors(long after, long through)
    {
        foreach (var segment in segments.All)
        {
            if (segment.Read(reader => reader.LastSequence()) <= after) continue;
            yield return Cursor(segment, static (reader, from, to, rows) => reader.Allocations(from, to, rows), after, through);
            yield return Cursor(segment, static (reader, from, to, rows) => reader.Events(from, to, rows), after, through);
            yield return Cursor(segment, static (reader, from, to, rows) => reader.Boundaries(from, to, rows), after, through);
        }
    }

    // The connection is given back between pages: a replay of hours must not keep the day's write-ahead file from being folded in.
    private IEnumerator<LogRow> Cursor(Segment segment, Page page, long after, long through)
    {
        List<LogRow> rows;
        do
        {
            var from = after;
            rows = segment.Read(reader => page(reader, from, through, limits.CursorRows));
            foreach (var row in rows) yield return row;
            if (rows.Count > 0) after = rows[^1].Sequence;
        }
        while (rows.Count == limits.CursorRows);
    }
}
