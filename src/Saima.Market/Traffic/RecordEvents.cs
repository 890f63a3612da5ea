using Saima.Market.Catalogue;

namespace Saima.Market.Traffic;

/// <summary>What became of a body of events?</summary>
/// <param name="Accepted">Now in the log for the first time.</param>
/// <param name="Duplicates">In the log already, with the same content.</param>
/// <param name="Unverified">Of the accepted: those whose decision is not in the log; booked, not learned.</param>
/// <param name="Rejected">Lines that were not taken.</param>
/// <param name="Errors">The first 1,000 reasons.</param>
/// <param name="Sequence">The log's sequence that holds everything accepted.</param>
public sealed record EventsAnswer(int Accepted, int Duplicates, int Unverified, int Rejected, IReadOnlyList<Refusal> Errors, long Sequence);

/// <summary>Takes what visitors did. What was accepted is on the disk before the answer.</summary>
public sealed class RecordEvents(ResolveEvent resolve, IEventStore log, TimeProvider time)
{
    private const int AtOnce = 1000;

    /// <summary>True if the text is an allocation id that this market gave.</summary>
    public bool IsOurs(string? allocationId) => resolve.IsOurs(allocationId);

    /// <summary>Takes a body: one event a line, or a JSON array.</summary>
    /// <param name="body">Read once, to its end.</param>
    /// <param name="isAtomic">True: everything or nothing.</param>
    /// <param name="cancel">Ends the reading; what was answered stays.</param>
    public async Task<EventsAnswer> RunAsync(Stream body, bool isAtomic, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var run = new Run(log.LastSequence);
        var waiting = new List<(int Line, EventEntry Entry, bool IsUnverified)>();
        await foreach (var item in EventDocument.ReadAll(body, now, cancel))
        {
            if (await TakeAsync(item, UnixMicros.From(now), run, cancel) is { } taken)
                waiting.Add(taken);
            if (!isAtomic && waiting.Count >= AtOnce)
                await AppendAsync(waiting, run, cancel);
        }

        if (isAtomic && run.Rejected > 0)
            return run.Answer(nothingTaken: true);
        await AppendAsync(waiting, run, cancel);
        return run.Answer(nothingTaken: false);
    }

    /// <summary>Takes one event that the program itself made.</summary>
    public async Task<EventsAnswer> RunAsync(EventDocument document, CancellationToken cancel)
    {
        var run = new Run(log.LastSequence);
        if (await TakeAsync(new BulkItem<EventDocument>(1, document, []), UnixMicros.From(time.GetUtcNow()), run, cancel) is { } taken)
            await AppendAsync([taken], run, cancel);
        return run.Answer(nothingTaken: false);
    }

    private async ValueTask<(int Line, EventEntry Entry, bool IsUnverified)?> TakeAsync(
        BulkItem<EventDocument> item, long now, Run run, CancellationToken cancel)
    {
        if (item.Document is not { } document)
        {
            run.Reject(item.Refusals);
            return null;
        }

        var refusals = new RefusalList(item.Line, document.Id);
        var (entry, isUnverified) = await resolve.RunAsync(document, now, refusals, cancel);
        if (entry is not null)
            return (item.Line, entry, isUnverified);
        run.Reject(refusals.Refusals);
        return null;
    }

    private async Task AppendAsync(List<(int Line, EventEntry Entry, bool IsUnverified)> waiting, Run run, CancellationToken cancel)
    {
        if (waiting.Count == 0)
            return;
        var (receipts, sequence) = await log.AppendEventsAsync([.. waiting.Select(one => one.Entry)], cancel);
        for (var i = 0; i < receipts.Length; i++)
            run.Count(receipts[i], waiting[i]);
        run.Sequence = sequence;
        waiting.Clear();
    }

    private sealed class Run(long sequence)
    {
        private readonly List<Refusal> _errors = [];
        private int _accepted;
        private int _duplicates;
        private int _unverified;

        public int Rejected { get; private set; }

        public long Sequence { get; set; } = sequence;

        public void Reject(IReadOnlyList<Refusal> refusals)
        {
            Rejected++;
            _errors.AddRange(refusals.Take(BulkAnswer.MaxErrors - _errors.Count));
        }

        public void Count(EventReceipt receipt, (int Line, EventEntry Entry, bool IsUnverified) one)
        {
            if (receipt == EventReceipt.Conflict)
                Reject([new Refusal(one.Line, one.Entry.Id, "id", "conflict: names another event already")]);
            _accepted += receipt == EventReceipt.Accepted ? 1 : 0;
            _duplicates += receipt == EventReceipt.Duplicate ? 1 : 0;
            _unverified += receipt == EventReceipt.Accepted && one.IsUnverified ? 1 : 0;
        }

        public EventsAnswer Answer(bool nothingTaken) => nothingTaken
            ? new EventsAnswer(0, 0, 0, Rejected, _errors, Sequence)
            : new EventsAnswer(_accepted, _duplicates, _unverified, Rejected, _errors, Sequence);
    }
}
