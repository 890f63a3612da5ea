using System.Text.Json;
using Saima.Engine.Records;
using Saima.Market.Catalogue;
using Saima.Market.Inquiries;

namespace Saima.Market.Traffic;

/// <summary>Carries what the market's tables noted into the log, in order and exactly once.</summary>
/// <remarks>The log takes first, the note is marked after: what a crash repeats between the two is a duplicate that the log knows by its id.</remarks>
public sealed class OutboxRelay(Outbox outbox, IEventStore log)
{
    private const int AtOnce = 500;

    /// <summary>Relays what waits.</summary>
    /// <returns>How many notes were marked.</returns>
    public async Task<int> RelayAsync(CancellationToken cancel)
    {
        var notes = await outbox.ReadAsync(AtOnce, cancel);
        if (notes.Count == 0)
            return 0;
        var entries = notes.Where(note => note.Kind == InquirySent.Kind).Select(EntryOf).ToList();
        await log.AppendEventsAsync(entries, cancel);
        return await outbox.MarkRelayedAsync([.. notes.Select(note => note.Id)], cancel);
    }

    private EventEntry EntryOf(OutboxRow note)
    {
        var sent = JsonSerializer.Deserialize<InquirySent>(note.Json, JsonColumn.Options)
            ?? throw new InvalidDataException($"outbox note {note.Id} holds no inquiry");
        var allocation = AllocationId.TryParse(sent.AllocationId, out var id) ? log.FindAllocation(id) : null;
        var position = allocation is null ? -1 : PositionOf(allocation, sent.ProductSlot);
        return new EventEntry
        {
            Id = sent.Id,
            Type = EventType.Inquiry,
            AtMicros = sent.AtMicros,
            Allocation = allocation?.Entry.Id,
            AllocationSequence = allocation?.Sequence ?? 0,
            Position = position,
            ProductId = sent.ProductId,
            VisitorHash = sent.VisitHash,
            Json = note.Json,
        };
    }

    private static int PositionOf(StoredAllocation allocation, int productSlot) =>
        Array.FindIndex(RecordBytes.Unpack(allocation.Entry.Packed).Slots, slot => slot.ProductSlot == productSlot);
}
