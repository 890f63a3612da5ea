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
            Click = SharedOf(epoch, 0, distinct),
            Inquiry = SharedOf(epoch, 1, distinct),
            Order = SharedOf(epoch, 2, distinct),
        };
    }

    /// <summary>The terms of one row as they stand in this epoch.</summary>
    public static SlotRecord SlotOf(Epoch epoch, int row, float share, DrawnSlot drawn)
    {
        var bucket = Scores.BucketOf(share);
        return new SlotRecord
        {
            ProductSlot = epoch.ProductSlotAt(row),
            SellerSlot = epoch.SellerSlotAt(row),
            CategorySlot = epoch.CategorySlotAt(row),
            Lane = drawn.Lane,
            MatchBucket = (byte)bucket,
            Propensity = (float)drawn.Propensity,
            MatchLog = (float)(epoch.Policy.Match.Exponent * Math.Log(share)),
            MultiplierLog = epoch.Columns.Sellers[epoch.SellerSlotAt(row)][RowSums.Multiplier],
            Click = StageOf(epoch, 0, row, bucket),
            Inquiry = StageOf(epoch, 1, row, bucket),
            Order = StageOf(epoch, 2, row, bucket),
        };
    }

    /// <summary>The weights that the rows of a page share in one stage.</summary>
    public static SharedWeights SharedOf(Epoch epoch, int stage, int[] categories)
    {
        var tables = epoch.Columns.Stages[stage];
        var byCategory = new float[categories.Length];
        for (var i = 0; i < categories.Length; i++)
            byCategory[i] = RowSums.Mean(in epoch.Columns.Categories[categories[i]], stage);
        return new SharedWeights(tables.BaseMean, tables.BetaSquared, byCategory, (float[])tables.MatchMean.Clone());
    }

    private static StageRecord StageOf(Epoch epoch, int stage, int row, int bucket)
    {
        ref readonly var sums = ref epoch.Columns.Rows[row];
        ref readonly var supplier = ref epoch.Columns.Sellers[RowSums.SupplierOf(in sums)];
        return new StageRecord(RowSums.Mean(in sums, stage), RowSums.Mean(in supplier, stage), epoch.ArgumentAt(row, bucket, stage).Variance);
    }
}
