using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>Writes a call's events, all of them or none.</summary>
internal sealed class AppendEvents(IReadOnlyList<EventEntry> entries, CancellationToken cancel)
    : AnsweredWork<(EventReceipt[] Receipts, long Sequence)>(cancel)
{
    private readonly EventReceipt[] _receipts = new EventReceipt[entries.Count];
    private long _through;

    public override int Records => entries.Count;

    public override void Stage(StagedGroup group)
    {
        _through = 0;
        for (var at = 0; at < entries.Count; at++)
        {
            (_receipts[at], var sequence) = group.Add(entries[at]);
            _through = Math.Max(_through, sequence);
        }
    }

    protected override (EventReceipt[] Receipts, long Sequence) Result(LogSlice? closed) => (_receipts, _through);
}
