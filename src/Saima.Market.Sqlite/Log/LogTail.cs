using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What came after the last boundary, and how far does the log go? Changed by the writer only; the two numbers may be read by anyone.</summary>
internal sealed class LogTail
{
    private List<StoredAllocation> _allocations = [];
    private List<StoredEvent> _events = [];
    private long _last;
    private volatile bool _hasEntries;

    public long Last => Volatile.Read(ref _last);

    public bool HasEntries => _hasEntries;

    public void Add(LogRow row)
    {
        if (row.Allocation is { } allocation) _allocations.Add(allocation);
        if (row.Event is { } happened) _events.Add(happened);
        _hasEntries = true;
        ReachTo(row.Sequence);
    }

    public void ReachTo(long sequence) => Volatile.Write(ref _last, Math.Max(_last, sequence));

    public LogSlice Cut(long through, long closedAtMicros)
    {
        var slice = new LogSlice(through, closedAtMicros, _allocations, _events);
        (_allocations, _events, _hasEntries) = ([], [], false);
        ReachTo(through);
        return slice;
    }
}
