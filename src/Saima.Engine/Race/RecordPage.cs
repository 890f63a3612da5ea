using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>The page is drawn; what must be kept so that every place of it can be explained, learned from and checked?</summary>
internal static class RecordPage
{
    public static AllocationRecord Of(Epoch epoch, int firstSlot, Matches matches, IReadOnlyList<DrawnSlot> page)
    {
        var slots = new SlotRecord[page.Count];
        var categories = new SortedSet<int>();
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = SlotOf(epoch, matches.Rows[page[i].Match], matches.Shares[page[i].Match], page[i]);
            categories.Add(slots[i].CategorySlot);
        }

        int[] distinct = [.. categories];
        return new AllocationRecord
        {
            FirstSlot = firstSlot,
            Matched = matches.Count,
            Slots = slots,
            Categories = distinct,
            Click = SharedOf(epoch.Stages[0], distinct),
            Inquiry = SharedOf(epoch.Stages[1], distinct),
            Order = SharedOf(epoch.Stages[2], distinct),
        };
    }

    /// <summary>The terms of one row as they stand in this epoch.</summary>
    public static SlotRecord SlotOf(Epoch epoch, int row, float share, DrawnSlot drawn)
    {
        var product = epoch.ProductAt(row);
        var bucket = Scores.BucketOf(share);
        return new SlotRecord
        {
            ProductSlot = product.Slot,
            SellerSlot = product.SellerSlot,
            CategorySlot = product.CategorySlot,
            Lane = drawn.Lane,
            MatchBucket = (byte)bucket,
            Propensity = (float)drawn.Propensity,
            MatchLog = (float)(epoch.Policy.Match.Exponent * Math.Log(share)),
            MultiplierLog = epoch.Rows[row].MultiplierLog,
            Click = StageOf(epoch, 0, row, bucket),
            Inquiry = StageOf(epoch, 1, row, bucket),
            Order = StageOf(epoch, 2, row, bucket),
        };
    }

    /// <summary>The weights that the rows of a page share in one stage.</summary>
    public static SharedWeights SharedOf(StageTables stage, int[] categories)
    {
        var byCategory = new float[categories.Length];
        for (var i = 0; i < categories.Length; i++)
            byCategory[i] = stage.CategoryMean[categories[i]];
        return new SharedWeights(stage.BaseMean, stage.BetaSquared, byCategory, (float[])stage.MatchMean.Clone());
    }

    private static StageRecord StageOf(Epoch epoch, int stage, int row, int bucket)
    {
        var tables = epoch.Stages[stage];
        var own = epoch.Rows[row].Stage(stage);
        var supplier = tables.SellerMean[epoch.SellerSlotAt(row)];
        return new StageRecord(own.Mean - supplier, supplier, tables.Argument(own, epoch.CategoryOfRow[row], bucket).Variance);
    }
}
