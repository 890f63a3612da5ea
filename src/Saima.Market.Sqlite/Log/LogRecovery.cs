namespace Saima.Market.Sqlite.Log;

/// <summary>Where did the log stop? Takes back what a crash left half committed, and gives the writer its tail.</summary>
internal static class LogRecovery
{
    public static LogTail Run(SegmentSet segments, LogLimits limits)
    {
        segments.Load();
        var tail = new LogTail();
        if (segments.Head is not { } head) return tail;

        // The head commits last: what it does not vouch for was never answered. Other segments may hold the first half of such a commit.
        var committed = head.Read(reader => Math.Max(reader.LastSequence(), reader.Mark()));
        foreach (var segment in segments.All)
        {
            if (segment.Read(reader => reader.LastSequence()) > committed) TakeBack(segment, committed, limits);
        }
        segments.Prepare();

        var replay = new LogReplay(segments, limits);
        foreach (var row in replay.Rows(replay.LastBoundary(long.MaxValue), long.MaxValue)) tail.Add(row);
        tail.ReachTo(committed);
        return tail;
    }

    private static void TakeBack(Segment segment, long committed, LogLimits limits)
    {
        try
        {
            using var writer = new SegmentWriter(segment, limits);
            writer.Begin(synced: true);
            writer.DeleteAfter(committed);
            writer.Commit();
        }
        catch (Exception e) when (LogFailure.IsOfStorage(e))
        {
            throw LogFailure.Explain(e, segment.Path);
        }
    }
}
