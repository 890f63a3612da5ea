using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>How does a group reach its segments, all of it or nothing? Used by the log's writer alone.</summary>
/// <remarks>
/// A group may touch several files, and SQLite commits each for itself. So the head commits last and states through which sequence all
/// are committed; what another segment holds beyond that is void: taken back at once, or at the latest before the next group or at start.
/// </remarks>
internal sealed class SegmentCommitter(SegmentSet segments, LogLimits limits) : IDisposable
{
    private readonly List<SegmentWriter> _writers = []; // the one used last stands last
    private readonly HashSet<Segment> _void = [];
    private readonly HashSet<Segment> _unsynced = [];

    /// <summary>True while the operating system holds commits that no fsync has followed.</summary>
    public bool HasUnsynced => _unsynced.Count > 0;

    /// <summary>Writes the group and, if <paramref name="synced"/>, has it and everything before it on the disk when it returns.</summary>
    /// <param name="committed">The last sequence before the group.</param>
    /// <exception cref="LogUnavailableException">Nothing of the group is in the log.</exception>
    public void Write(StagedGroup group, long committed, bool synced)
    {
        if (group.IsEmpty && (!synced || !HasUnsynced)) return;
        EnsureSegments(group, committed);
        var touched = Touched(group, synced);
        var failing = touched[0];
        try
        {
            foreach (var segment in touched) Fill(failing = segment, group, synced, touched.Count > 1);
            foreach (var segment in touched) Writer(failing = segment).Commit();
        }
        catch (Exception e)
        {
            Abandon(touched);
            throw LogFailure.Explain(e, failing.Path);
        }
        if (synced) _unsynced.Clear();
        else _unsynced.UnionWith(touched);
        CloseIdle();
    }

    /// <summary>Removes what an earlier failure left behind; until that succeeds nothing is written, or looked up for writing.</summary>
    /// <exception cref="LogUnavailableException">It cannot be removed yet.</exception>
    public void TakeBackVoid(long committed)
    {
        foreach (var segment in _void.ToArray())
        {
            try
            {
                var writer = Writer(segment);
                writer.Begin(synced: true);
                writer.DeleteAfter(committed);
                writer.Commit();
                _void.Remove(segment);
            }
            catch (Exception e)
            {
                Close(segment);
                throw LogFailure.Explain(e, segment.Path);
            }
        }
    }

    public void Dispose()
    {
        foreach (var writer in _writers) writer.Dispose();
        _writers.Clear();
    }

    private void EnsureSegments(StagedGroup group, long committed)
    {
        foreach (var day in group.Days) segments.Ensure(day, committed);
        if (group.Boundary is not { } boundary) return;
        var today = SegmentDay.Of(boundary.ClosedAtMicros);
        if (segments.Head is not { } head || head.Day < today) segments.Ensure(today, committed);
    }

    // The head comes last; it takes part as soon as another segment does.
    private List<Segment> Touched(StagedGroup group, bool synced)
    {
        var head = segments.Head!;
        var days = group.Days;
        var others = segments.All.Where(segment => segment != head && (days.Contains(segment.Day) || (synced && _unsynced.Contains(segment))));
        return [.. others, head];
    }

    private void Fill(Segment segment, StagedGroup group, bool synced, bool isSpanning)
    {
        var writer = Writer(segment);
        writer.Begin(synced);
        var isHead = segment == segments.Head;
        var rows = 0;
        foreach (var (day, row) in group.Rows)
        {
            if (day != segment.Day) continue;
            rows++;
            if (row.Allocation is { } allocation) writer.Insert(allocation);
            if (row.Event is { } happened) writer.Insert(happened);
        }
        if (isHead && group.Boundary is { } boundary) writer.InsertBoundary(boundary.Sequence, boundary.ClosedAtMicros);
        if (rows == 0 || (isHead && isSpanning)) writer.Mark(group.Last);
    }

    private void Abandon(List<Segment> touched)
    {
        foreach (var segment in touched)
        {
            _void.Add(segment);
            Close(segment); // an open transaction ends with its connection
        }
    }

    private SegmentWriter Writer(Segment segment)
    {
        var at = _writers.FindIndex(writer => writer.Segment == segment);
        var writer = at < 0 ? new SegmentWriter(segment, limits) : _writers[at];
        if (at >= 0) _writers.RemoveAt(at);
        _writers.Add(writer);
        return writer;
    }

    private void Close(Segment segment)
    {
        var at = _writers.FindIndex(writer => writer.Segment == segment);
        if (at < 0) return;
        _writers[at].Dispose();
        _writers.RemoveAt(at);
    }

    private void CloseIdle()
    {
        while (_writers.Count > limits.OpenWriters)
        {
            _writers[0].Dispose();
            _writers.RemoveAt(0);
        }
    }
}
