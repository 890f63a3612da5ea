namespace Saima.Market.Traffic;

/// <summary>The log: what was decided and what happened, in one order, kept apart from the market's tables. One implementation a database.</summary>
/// <remarks>
/// One writer at a time; readers at any time. Sequences are given in commit order. Entries after the last boundary belong to no
/// slice yet: after a crash they come back with the next <see cref="CloseSliceAsync"/>.
/// </remarks>
public interface IEventStore : IAsyncDisposable
{
    /// <summary>The last sequence given, 0 for an empty log.</summary>
    long LastSequence { get; }

    /// <summary>Completes when the operating system holds the record (grouped ≤ 2 ms); it is fsynced within 200 ms. Survives <c>kill -9</c>.</summary>
    Task<StoredAllocation> AppendAllocationAsync(AllocationEntry entry, CancellationToken cancel);

    /// <summary>Completes when the events are fsynced; one receipt an event, in order, and the sequence through which all of them are in the log.</summary>
    Task<(EventReceipt[] Receipts, long Sequence)> AppendEventsAsync(IReadOnlyList<EventEntry> entries, CancellationToken cancel);

    /// <summary>The decision of that id, or null if the log does not hold it.</summary>
    StoredAllocation? FindAllocation(AllocationId id);

    /// <summary>The decision that this caller's id was answered with, not older than <paramref name="sinceMicros"/>, or null.</summary>
    StoredAllocation? FindAllocationByCallerId(string callerId, long sinceMicros);

    /// <summary>The event of that id among those of the last <paramref name="days"/> days before <paramref name="untilMicros"/>, or null.</summary>
    StoredEvent? FindEvent(string id, long untilMicros, int days);

    /// <summary>Writes a boundary at <paramref name="nowMicros"/>, fsynced, and hands out what lies before it and after the previous one.</summary>
    Task<LogSlice> CloseSliceAsync(long nowMicros, CancellationToken cancel);

    /// <summary>All closed slices with Through &gt; <paramref name="after"/>, oldest first, as they were closed.</summary>
    IEnumerable<LogSlice> Replay(long after);

    /// <summary>True if something was appended since the last boundary.</summary>
    bool HasOpenEntries { get; }
}
