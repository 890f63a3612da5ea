using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>The log on SQLite: what was decided and what happened? One file a UTC day, one thread that writes, readers at any time.</summary>
/// <remarks>
/// A decision lies in the segment of its id's day, an event with its decision, else in its own day; its id is checked in that segment only.
/// Where the disk, the folder or a file stands in the way, calls fail with <see cref="LogUnavailableException"/> and nothing of them is
/// recorded; the store works again as soon as the cause is gone. A cancelled call may still have been recorded.
/// </remarks>
public sealed class SqliteEventStore : IEventStore
{
    // How the three systems say that somebody else holds the lock file.
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly SegmentSet _segments;
    private readonly LogTail _tail;
    private readonly LogReplay _replay;
    private readonly LogWriter _writer;
    private readonly FileStream _claim;

    private SqliteEventStore(SegmentSet segments, FileStream claim, LogLimits limits, TimeProvider time)
    {
        _segments = segments;
        _claim = claim;
        _tail = LogRecovery.Run(segments, limits);
        _replay = new LogReplay(segments, limits);
        _writer = new LogWriter(segments, _tail, limits, time);
    }

    public long LastSequence => _tail.Last;

    public bool HasOpenEntries => _tail.HasEntries;

    /// <summary>Opens the log whose day files lie in this folder, and makes the folder if there is none.</summary>
    /// <exception cref="LogUnavailableException">The folder or a file in it cannot be used, or another process has the log open.</exception>
    public static SqliteEventStore Open(string folder, TimeProvider time) => Open(folder, time, new LogLimits());

    internal static SqliteEventStore Open(string folder, TimeProvider time, LogLimits limits)
    {
        var claim = Claim(folder);
        var segments = new SegmentSet(folder);
        try
        {
            return new SqliteEventStore(segments, claim, limits, time);
        }
        catch (Exception e)
        {
            segments.Dispose();
            claim.Dispose();
            if (LogFailure.IsOfStorage(e)) throw LogFailure.Explain(e, folder);
            throw;
        }
    }

    public Task<StoredAllocation> AppendAllocationAsync(AllocationEntry entry, CancellationToken cancel) =>
        _writer.Post(new AppendAllocation(entry, cancel), cancel);

    public Task<(EventReceipt[] Receipts, long Sequence)> AppendEventsAsync(IReadOnlyList<EventEntry> entries, CancellationToken cancel) =>
        _writer.Post(new AppendEvents(entries, cancel), cancel);

    public Task<LogSlice> CloseSliceAsync(long nowMicros, CancellationToken cancel) => _writer.Post(new CloseSlice(nowMicros, cancel), cancel);

    public StoredAllocation? FindAllocation(AllocationId id) =>
        _segments.Find(SegmentDay.Of(id))?.Find(id) is { } found && found.Sequence <= LastSequence ? found : null;

    public StoredAllocation? FindAllocationByCallerId(string callerId, long sinceMicros)
    {
        // A decision's id may be some moments older or younger than its time: the days on both sides are asked as well.
        var first = SegmentDay.Of(Math.Max(0, sinceMicros)).AddDays(-1);
        return _segments.Between(first, DateOnly.MaxValue)
            .Select(segment => segment.FindByCaller(callerId, sinceMicros))
            .FirstOrDefault(found => found?.Sequence <= LastSequence); // beyond it lies what is not answered yet, or void
    }

    public StoredEvent? FindEvent(string id, long untilMicros, int days)
    {
        var last = SegmentDay.Of(untilMicros);
        return _segments.Between(last.AddDays(-days), last.AddDays(1)) // a clock that runs ahead before midnight puts its event into tomorrow
            .Select(segment => segment.FindEvent(id))
            .FirstOrDefault(found => found?.Sequence <= LastSequence); // beyond it lies what is not answered yet, or void
    }

    public IEnumerable<LogSlice> Replay(long after) => _replay.Slices(after, LastSequence);

    /// <summary>Writes what waits, fsyncs it and closes all files. Calls made after it fail.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _segments.Dispose();
        await _claim.DisposeAsync();
    }

    // Ids are checked in memory: two processes on one log would not see each other's.
    private static FileStream Claim(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            throw new LogUnavailableException($"Another process has the log at {folder} open: end it, or choose another folder.", e);
        }
        catch (Exception e) when (LogFailure.IsOfStorage(e))
        {
            throw LogFailure.Explain(e, folder);
        }
    }
}
