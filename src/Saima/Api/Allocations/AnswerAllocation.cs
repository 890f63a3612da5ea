using Saima.Api.Callers;
using Saima.Engine.Explain;
using Saima.Engine.Records;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;
using Saima.Market.Traffic;

namespace Saima.Api.Allocations;

/// <summary>A recorded page as its reader may see it: ids for slots, numbers of his own rows.</summary>
public sealed class AnswerAllocation(LiveEngine engine, NameSlots names)
{
    public async Task<AllocationAnswer> RunAsync(GivenPage page, bool explain, ApiKey caller, CancellationToken cancel)
    {
        var (entry, record) = (page.Stored.Entry, page.Record);
        var products = await ProductsAsync(record, cancel);
        var sellers = await SellersAsync(record, cancel);
        var slots = new SlotAnswer[record.Slots.Length];
        for (var position = 0; position < slots.Length; position++)
            slots[position] = SlotAt(record, position, (products[position], sellers[position]), (explain, caller));
        return new AllocationAnswer
        {
            AllocationId = page.Id.ToString(),
            Policy = new PolicyAnswer(entry.PolicyName, entry.PolicyVersion),
            Source = new SourceAnswer(AskedIntent.KindOf(page.Asked.Intent)),
            Matched = record.Matched,
            Raced = record.Matched,
            Relaxed = page.Asked.Relaxed,
            Corrected = page.Asked.Corrected(),
            Translated = [.. page.Asked.Reading.Translations.Select(one => new TranslatedAnswer(one.From, one.To, one.Language))],
            Synonyms = page.Asked.Reading.Synonyms,
            TookMicros = page.TookMicros,
            CatalogueThrough = entry.CatalogueThrough,
            LearnedThrough = entry.LearnedThrough,
            Slots = slots,
            Next = page.HasNext ? page.Id.ToString() : null,
        };
    }

    private static SlotAnswer SlotAt(AllocationRecord record, int position, (string Product, string Seller) ids, (bool Explain, ApiKey Caller) reader)
    {
        ref readonly var slot = ref record.Slots[position];
        var answer = new SlotAnswer { Slot = record.FirstSlot + position + 1, ProductId = ids.Product, SellerId = ids.Seller, Lane = slot.Lane };
        if (!reader.Caller.Owns(ids.Seller))
            return answer;
        var score = ExplainRecord.At(record, position);
        return answer with
        {
            Propensity = slot.Propensity,
            Expected = new ExpectedAnswer(ChanceOf(score, "click"), ChanceOf(score, "inquiry"), ChanceOf(score, "order")),
            Score = reader.Explain ? ScoreAnswer.Of(score) : null,
        };
    }

    private static double? ChanceOf(ScoreExplanation score, string stage) => score.Terms.First(term => term.Name == stage).Probability;

    // The engine knows what is for sale; only for what is gone since is the database asked.
    private async Task<string[]> ProductsAsync(AllocationRecord record, CancellationToken cancel)
    {
        var snapshot = engine.Current.Snapshot;
        int[] slots = [.. record.Slots.Select(slot => slot.ProductSlot)];
        var gone = await names.ProductsAsync([.. slots.Where(slot => snapshot.FindProductId(slot) is null)], cancel);
        return Array.ConvertAll(slots, slot => snapshot.FindProductId(slot) ?? gone[slot]);
    }

    private async Task<string[]> SellersAsync(AllocationRecord record, CancellationToken cancel)
    {
        var snapshot = engine.Current.Snapshot;
        int[] slots = [.. record.Slots.Select(slot => slot.SellerSlot)];
        var gone = await names.SellersAsync([.. slots.Where(slot => snapshot.FindSeller(slot) is null).Distinct()], cancel);
        return Array.ConvertAll(slots, slot => snapshot.FindSeller(slot)?.Id ?? gone[slot]);
    }
}
