using Saima.Engine;
using Saima.Engine.Explain;
using Saima.Engine.Race;
using Saima.Engine.Records;
using Saima.Market.Catalogue;

namespace Saima.Market.Traffic;

/// <summary>Why does a product stand where it stands, or why does it not stand there?</summary>
public sealed record PlaceExplanation
{
    public required AllocationId AllocationId { get; init; }
    public required string ProductId { get; init; }

    /// <summary>The product's supplier, for whoever decides what a reader may see.</summary>
    public required int SellerSlot { get; init; }

    public required string PolicyName { get; init; }
    public required int PolicyVersion { get; init; }
    public required long LearnedThrough { get; init; }

    /// <summary>True: the terms stored with the decision. False: raced again with what is known now.</summary>
    public required bool IsRecorded { get; init; }

    public required Lane? Lane { get; init; }

    /// <summary>1-based slot in the chain of pages, or null if the product has none.</summary>
    public required int? Slot { get; init; }

    /// <summary>Null if the product has no slot.</summary>
    public required double? Propensity { get; init; }

    /// <summary>Why it has no slot: <c>noMatch</c>, <c>served</c> (on an earlier page), <c>below</c>, <c>chance</c>; null if it has one.</summary>
    public required string? Reason { get; init; }

    /// <summary>Null if the product does not match.</summary>
    public required ScoreExplanation? Score { get; init; }

    /// <summary>The next better natural place: its slot, and how many times the score stands above; null if there is none.</summary>
    public required (int Slot, double Ratio)? Next { get; init; }

    /// <summary>What the query asked of the product; null if a category led, and where nobody asked.</summary>
    public QueryExplanation? Query { get; init; }
}

/// <summary>Answers "why here?" from the record, and "why not?" by racing again.</summary>
public sealed class ExplainPlace(LiveEngine engine, IEventStore log, ReadCatalogue catalogue, NameSlots names)
{
    /// <summary>Null if there is no such decision or no such product; a place that was given is explained even if its product is gone since.</summary>
    public async Task<PlaceExplanation?> RunAsync(AllocationId id, string productId, CancellationToken cancel)
    {
        if (log.FindAllocation(id) is not { } stored || await names.FindProductAsync(productId, cancel) is not { } slot)
            return null;
        var page = GivenPage.Of(stored);
        var position = Array.FindIndex(page.Record.Slots, shown => shown.ProductSlot == slot);
        if (position >= 0)
            return Shown(page, position, productId) with { Query = QueryOf(page, slot) };
        return await catalogue.FindProductAsync(productId, cancel) is { } card ? NotShown(page, card) with { Query = QueryOf(page, slot) } : null;
    }

    /// <summary>The explanation of a shown place, from its record alone.</summary>
    public static PlaceExplanation Shown(GivenPage page, int position, string productId)
    {
        ref readonly var slot = ref page.Record.Slots[position];
        var score = ExplainRecord.At(page.Record, position);
        var above = position - 1;
        while (above >= 0 && page.Record.Slots[above].Lane != Lane.Merit)
            above--;
        return new PlaceExplanation
        {
            AllocationId = page.Id,
            ProductId = productId,
            SellerSlot = slot.SellerSlot,
            PolicyName = page.Stored.Entry.PolicyName,
            PolicyVersion = page.Stored.Entry.PolicyVersion,
            LearnedThrough = page.Stored.Entry.LearnedThrough,
            IsRecorded = true,
            Lane = slot.Lane,
            Slot = page.Record.FirstSlot + position + 1,
            Propensity = slot.Propensity,
            Reason = null,
            Score = score,
            Next = above < 0 ? null : (page.Record.FirstSlot + above + 1, Math.Exp(ExplainRecord.At(page.Record, above).Log - score.Log)),
        };
    }

    private QueryExplanation? QueryOf(GivenPage page, int productSlot)
    {
        if (page.Asked.Intent.Query is not { } typed)
            return null;
        var snapshot = engine.Current.Snapshot;
        return engine.Race(allocator => ExplainQuery.Of((typed, page.Asked.Reading, page.Asked.Relaxed), allocator.Terms, snapshot, productSlot));
    }

    private PlaceExplanation NotShown(GivenPage page, ProductCard card)
    {
        var epoch = engine.Current;
        var score = engine.Race(allocator => ScoreNow(allocator, epoch, page, card.Product.Slot));
        var last = page.Record.Slots.Length - 1;
        while (last >= 0 && page.Record.Slots[last].Lane != Lane.Merit)
            last--;
        var lastLog = last < 0 ? double.NaN : ExplainRecord.At(page.Record, last).Log;
        return new PlaceExplanation
        {
            AllocationId = page.Id,
            ProductId = card.Product.Id,
            SellerSlot = card.Seller.Slot,
            PolicyName = epoch.Policy.Name,
            PolicyVersion = epoch.Policy.Version,
            LearnedThrough = epoch.LearnedThrough,
            IsRecorded = false,
            Lane = null,
            Slot = null,
            Propensity = null,
            Reason = score is null ? "noMatch" : WasServed(page, card.Product.Slot) ? "served" : score.Log < lastLog ? "below" : "chance",
            Score = score,
            Next = score is null || last < 0 ? null : (page.Record.FirstSlot + last + 1, Math.Exp(lastLog - score.Log)),
        };
    }

    private static ScoreExplanation? ScoreNow(Allocator allocator, Epoch epoch, GivenPage page, int productSlot)
    {
        allocator.Race(epoch, new AllocationRequest { Intent = page.Asked.Intent, VisitHash = page.Stored.Entry.VisitHash });
        return allocator.RecordOf(epoch, productSlot) is { } alone ? ExplainRecord.At(alone, 0) : null;
    }

    private bool WasServed(GivenPage page, int productSlot)
    {
        for (var previous = page.Stored.Entry.Previous; previous is { } id && log.FindAllocation(id) is { } stored; previous = stored.Entry.Previous)
        {
            if (RecordBytes.Unpack(stored.Entry.Packed).Slots.Any(slot => slot.ProductSlot == productSlot))
                return true;
        }

        return false;
    }
}
