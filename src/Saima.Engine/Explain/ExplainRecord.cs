using Saima.Engine.Records;

namespace Saima.Engine.Explain;

/// <summary>A place was given and recorded; what put the product there? Exact from the record alone, whatever was learned since.</summary>
public static class ExplainRecord
{
    /// <summary>The terms of the product at a 0-based position of the record.</summary>
    public static ScoreExplanation At(AllocationRecord record, int position)
    {
        ref readonly var slot = ref record.Slots[position];
        return Of(slot, record, Array.BinarySearch(record.Categories, slot.CategorySlot));
    }

    private static ScoreExplanation Of(in SlotRecord slot, AllocationRecord record, int categoryIndex)
    {
        var terms = new List<ScoreTerm>
        {
            new("match", slot.MatchLog),
            Stage("click", slot.Click, record.Click, slot.MatchBucket, categoryIndex),
            Stage("inquiry", slot.Inquiry, record.Inquiry, slot.MatchBucket, categoryIndex),
            Stage("order", slot.Order, record.Order, slot.MatchBucket, categoryIndex),
        };
        if (slot.MultiplierLog != 0)
            terms.Add(new ScoreTerm("multiplier", slot.MultiplierLog));
        var log = 0.0;
        foreach (var term in terms)
            log += term.Log;
        return new ScoreExplanation(log, terms);
    }

    private static ScoreTerm Stage(string name, StageRecord own, SharedWeights shared, int bucket, int categoryIndex)
    {
        FeatureTerm[] features =
        [
            new("base", shared.Base),
            new("product", own.Product),
            new("supplier", own.Supplier),
            new("category", shared.ByCategory[categoryIndex]),
            new("match", shared.ByMatch[bucket]),
        ];
        return StageTerm.Of(name, features, shared.BetaSquared, own.Variance);
    }
}
