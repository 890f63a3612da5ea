using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What stands at this place of the log: a decision, an event, or the boundary of a slice?</summary>
internal readonly record struct LogRow(long Sequence, StoredAllocation? Allocation, StoredEvent? Event, long ClosedAtMicros)
{
    public bool IsBoundary => Allocation is null && Event is null;

    public static LogRow Of(StoredAllocation stored) => new(stored.Sequence, stored, null, 0);

    public static LogRow Of(StoredEvent stored) => new(stored.Sequence, null, stored, 0);

    public static LogRow Boundary(long sequence, long atMicros) => new(sequence, null, null, atMicros);
}
