using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What will one commit write, under which sequences, and which of it is there already?</summary>
internal sealed class StagedGroup(SegmentSet segments, long last)
{
    private readonly Dictionary<AllocationId, StoredAllocation> _allocations = [];
    private readonly Dictionary<(DateOnly Day, string Id), StoredEvent> _events = [];
    private readonly List<(DateOnly Day, LogRow Row)> _rows = [];

    /// <summary>The last sequence given.</summary>
    public long Last { get; private set; } = last;

    /// <summary>New records with the day of their segment, in order of sequence.</summary>
    public IReadOnlyList<(DateOnly Day, LogRow Row)> Rows => _rows;

    /// <summary>The boundary at the group's end, if there is one; it belongs to the head, whichever day that is.</summary>
    public LogRow? Boundary { get; private set; }

    public bool IsEmpty => _rows.Count == 0 && Boundary is null;

    /// <summary>The days of the records.</summary>
    public HashSet<DateOnly> Days => [.. _rows.Select(row => row.Day)];

    /// <summary>The decision under its new sequence, or under its old one if the very same is in the log.</summary>
    /// <exception cref="InvalidOperationException">Another decision has this id.</exception>
    public StoredAllocation Add(AllocationEntry entry)
    {
        var day = SegmentDay.Of(entry.Id);
        var known = _allocations.GetValueOrDefault(entry.Id) ?? segments.Find(day)?.Find(entry.Id);
        if (known is not null && !IsSame(known.Entry, entry)) throw new InvalidOperationException($"The log holds another decision of the id {entry.Id}.");
        if (known is not null) return known;
        var stored = new StoredAllocation(++Last, entry);
        _allocations.Add(entry.Id, stored);
        _rows.Add((day, LogRow.Of(stored)));
        return stored;
    }

    /// <summary>The receipt, and the sequence of the event that now has this id.</summary>
    public (EventReceipt Receipt, long Sequence) Add(EventEntry entry)
    {
        var day = SegmentDay.Of(entry);
        var known = _events.GetValueOrDefault((day, entry.Id)) ?? segments.Find(day)?.FindEvent(entry.Id);
        if (known is not null)
        {
            var isSame = string.Equals(known.Entry.Json, entry.Json, StringComparison.Ordinal);
            return (isSame ? EventReceipt.Duplicate : EventReceipt.Conflict, known.Sequence);
        }
        var stored = new StoredEvent(++Last, entry);
        _events.Add((day, entry.Id), stored);
        _rows.Add((day, LogRow.Of(stored)));
        return (EventReceipt.Accepted, stored.Sequence);
    }

    /// <summary>Ends the group; nothing may be added after it.</summary>
    public void Close(long nowMicros) => Boundary = LogRow.Boundary(++Last, nowMicros);

    private static bool IsSame(AllocationEntry known, AllocationEntry entry) =>
        known with { Packed = entry.Packed } == entry && known.Packed.AsSpan().SequenceEqual(entry.Packed);
}
