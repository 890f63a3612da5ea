using Saima.Engine.Records;
using Saima.Market.Catalogue;

namespace Saima.Market.Traffic;

/// <summary>Whose is this event? Ties it to the decision that it answers, or says why it cannot be taken.</summary>
public sealed class ResolveEvent(LiveEngine engine, IEventStore log, NameSlots names, VisitorHashes hashes, byte[] macKey)
{
    private const long Hour = 3_600_000_000;
    private const long Day = 24 * Hour;

    /// <summary>How far back an event's time may lie.</summary>
    public const long MostAgeMicros = 30 * Day;

    /// <summary>How far ahead of our clock an event's time may lie.</summary>
    public const long MostAheadMicros = Hour / 12;

    /// <summary>True if the text is an allocation id that this market gave.</summary>
    public bool IsOurs(string? allocationId) => AllocationId.TryParse(allocationId, out var id) && id.HasValidMac(macKey);

    /// <summary>The entry for the log; null with the refusals filled.</summary>
    /// <param name="document">The event.</param>
    /// <param name="nowMicros">When it was received.</param>
    /// <param name="refusals">Takes every reason.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>With it, whether its decision is ours by its MAC but not in the log: booked, not learned.</returns>
    public async ValueTask<(EventEntry? Entry, bool IsUnverified)> RunAsync(
        EventDocument document, long nowMicros, RefusalList refusals, CancellationToken cancel)
    {
        var at = UnixMicros.From(document.At);
        if (at < nowMicros - MostAgeMicros || at > nowMicros + MostAheadMicros)
            refusals.Add("at", "must lie within the last 30 days and at most 5 minutes ahead");
        if (document.AllocationId is not { } text)
            return (refusals.Count > 0 ? null : Entry(document, at, CreditOf(document, at)), false);
        if (!AllocationId.TryParse(text, out var id) || !id.HasValidMac(macKey))
        {
            refusals.Add("allocationId", "is not one that this market gave");
            return (null, false);
        }

        var stored = log.FindAllocation(id);
        var credit = stored is null ? new Credit(id, 0, -1) : await CreditOfAsync(document, stored, at, refusals, cancel);
        return (refusals.Count > 0 ? null : Entry(document, at, credit), stored is null);
    }

    private async ValueTask<Credit> CreditOfAsync(EventDocument document, StoredAllocation stored, long at, RefusalList refusals, CancellationToken cancel)
    {
        var products = await ProductsOfAsync(RecordBytes.Unpack(stored.Entry.Packed), cancel);
        foreach (var shown in document.Shown)
        {
            if (!products.Contains(shown))
                refusals.Add("shown", $"names a product that the allocation does not contain: {shown}");
        }

        var position = document.ProductId is { } product ? Array.IndexOf(products, product) : -1;
        if (document.ProductId is not null && position < 0)
            refusals.Add("productId", "is not in that allocation");

        // Later than its window an event is in the books as a direct one, but no answer to this decision.
        var isLate = at - stored.Entry.AtMicros > WindowOf(document.Type);
        return new Credit(stored.Entry.Id, stored.Sequence, isLate ? -1 : position);
    }

    // An order or a second event of an inquiry belongs to the decision that the inquiry answered.
    private Credit CreditOf(EventDocument document, long at)
    {
        if (document.InquiryId is not { } inquiryId || log.FindEvent(inquiryId, at, days: 180) is not { } inquiry)
            return new Credit(null, 0, -1);
        var sameProduct = document.ProductId is null || document.ProductId == inquiry.Entry.ProductId;
        return new Credit(inquiry.Entry.Allocation, inquiry.Entry.AllocationSequence, sameProduct ? inquiry.Entry.Position : -1);
    }

    // What was shown stays shown when the listing is gone: only then is the database asked.
    private async ValueTask<string?[]> ProductsOfAsync(AllocationRecord record, CancellationToken cancel)
    {
        var snapshot = engine.Current.Snapshot;
        var products = Array.ConvertAll(record.Slots, slot => snapshot.FindProductId(slot.ProductSlot));
        if (Array.TrueForAll(products, id => id is not null))
            return products;
        var gone = await names.ProductsAsync([.. record.Slots.Where((_, i) => products[i] is null).Select(slot => slot.ProductSlot)], cancel);
        for (var i = 0; i < products.Length; i++)
            products[i] ??= gone.GetValueOrDefault(record.Slots[i].ProductSlot);
        return products;
    }

    private EventEntry Entry(EventDocument document, long at, Credit credit) => new()
    {
        Id = document.Id,
        Type = document.Type,
        AtMicros = at,
        Allocation = credit.Allocation,
        AllocationSequence = credit.Sequence,
        Position = credit.Position,
        ProductId = document.ProductId,
        VisitorHash = document.BuyerId is { } buyer ? hashes.OfBuyer(buyer) : document.VisitId is { } visit ? hashes.OfVisit(visit) : 0,
        Json = document.Canonical(hashes),
    };

    private static long WindowOf(EventType type) => type switch
    {
        EventType.Inquiry => 30 * Day,
        EventType.Order => 180 * Day,
        _ => Day,
    };

    private readonly record struct Credit(AllocationId? Allocation, long Sequence, int Position);
}
