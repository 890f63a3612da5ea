using Saima.Market.Traffic;

namespace Saima.Tests.Crash;

/// <summary>A log that at times refuses to write a boundary, as on a full disk.</summary>
internal sealed class StubbornLog(IEventStore log) : IEventStore
{
    /// <summary>Whether the next boundary is refused.</summary>
    public bool Refuses { get; set; }

    public long LastSequence => log.LastSequence;

    public bool HasOpenEntries => log.HasOpenEntries;

    public Task<StoredAllocation> AppendAllocationAsync(AllocationEntry entry, CancellationToken cancel) => log.AppendAllocationAsync(entry, cancel);

    public Task<(EventReceipt[] Receipts, long Sequence)> AppendEventsAsync(IReadOnlyList<EventEntry> entries, CancellationToken cancel) =>
        log.AppendEventsAsync(entries, cancel);

    public StoredAllocation? FindAllocation(AllocationId id) => log.FindAllocation(id);

    public StoredAllocation? FindAllocationByCallerId(string callerId, long sinceMicros) => log.FindAllocationByCallerId(callerId, sinceMicros);

    public StoredEvent? FindEvent(string id, long untilMicros, int days) => log.FindEvent(id, untilMicros, days);

    public Task<LogSlice> CloseSliceAsync(long nowMicros, CancellationToken cancel) =>
        Refuses ? throw new LogUnavailableException("The disk is full.") : log.CloseSliceAsync(nowMicros, cancel);

    public IEnumerable<LogSlice> Replay(long after) => log.Replay(after);

    public ValueTask DisposeAsync() => log.DisposeAsync();
}
