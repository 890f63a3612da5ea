using Saima.Engine.Learning;
using Saima.Engine.Records;

namespace Saima.Market.Traffic;

/// <summary>Here is a slice of the log; what does the learner read in it?</summary>
/// <remarks>Live and at replay the same: an outcome finds its decision in memory or, when that is long ago, in the log.</remarks>
internal sealed class LearnerFeed(IEventStore log)
{
    // Decisions kept unpacked; at 48 slots one is about 4 kB.
    private const int MostRecent = 8192;

    private readonly Dictionary<long, ServedAllocation> _recent = [];
    private readonly Queue<long> _order = [];

    public LearnerBatch BatchOf(LogSlice slice)
    {
        var served = new List<ServedAllocation>(slice.Allocations.Count);
        foreach (var allocation in slice.Allocations)
            served.Add(Remember(allocation));
        var outcomes = new List<Outcome>();
        foreach (var stored in slice.Events)
        {
            if (OutcomeOf(stored.Entry) is { } outcome)
                outcomes.Add(outcome);
        }

        return new LearnerBatch(slice.Through, slice.ClosedAtMicros, served, outcomes);
    }

    private Outcome? OutcomeOf(EventEntry entry)
    {
        OutcomeKind? kind = entry.Type switch
        {
            EventType.Click => OutcomeKind.Click,
            EventType.Inquiry => OutcomeKind.Inquiry,
            EventType.Order => OutcomeKind.Order,
            _ => null,
        };
        if (kind is null || entry.Allocation is not { } id || entry.AllocationSequence == 0 || entry.Position < 0)
            return null;
        return Find(id, entry.AllocationSequence) is { } served ? new Outcome(kind.Value, entry.Id, entry.AtMicros, served, entry.Position) : null;
    }

    private ServedAllocation? Find(AllocationId id, long sequence)
    {
        if (_recent.TryGetValue(sequence, out var served))
            return served;
        return log.FindAllocation(id) is { } stored ? Remember(stored) : null;
    }

    private ServedAllocation Remember(StoredAllocation stored)
    {
        var served = new ServedAllocation(stored.Sequence, stored.Entry.AtMicros, RecordBytes.Unpack(stored.Entry.Packed));
        if (_recent.TryAdd(stored.Sequence, served))
            _order.Enqueue(stored.Sequence);
        if (_order.Count > MostRecent)
            _recent.Remove(_order.Dequeue());
        return served;
    }
}
