using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;

namespace Saima.Engine.Race;

/// <summary>Everything that one race reads, from start to end: what is for sale, what is known, by which rule. Immutable.</summary>
public sealed class Epoch
{
    /// <summary>Builds what a race needs from the three states; they may change afterwards, the epoch does not.</summary>
    /// <param name="snapshot">What is for sale.</param>
    /// <param name="learner">What is known; not used by another thread meanwhile.</param>
    /// <param name="policy">The rule in force.</param>
    /// <param name="today">The day, in the policy's time zone, on which checks hold or do not.</param>
    public Epoch(Snapshot snapshot, Learner learner, Policy policy, DateOnly today)
    {
        Snapshot = snapshot;
        Policy = policy;
        Today = today;
        LearnedThrough = learner.Through;
        Stages = [new(learner.Click, snapshot), new(learner.Inquiry, snapshot), new(learner.Order, snapshot)];
        (SellerChecked, var multipliers, var lane) = SellerColumns(learner);
        Rows = new RowSums[snapshot.Rows];
        CategoryOfRow = new int[snapshot.Rows];
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            snapshot.Segments[s].CategorySlot.CopyTo(CategoryOfRow.AsSpan(snapshot.Offsets[s]));
            Fill(snapshot.Segments[s], Rows.AsSpan(snapshot.Offsets[s]), learner, (multipliers, lane));
        }
    }

    public Snapshot Snapshot { get; }

    public Policy Policy { get; }

    public DateOnly Today { get; }

    /// <summary>The log's sequence through which the models have learned.</summary>
    public long LearnedThrough { get; }

    /// <summary>Click, inquiry, order.</summary>
    internal StageTables[] Stages { get; }

    /// <summary>By global row of the snapshot.</summary>
    internal RowSums[] Rows { get; }

    /// <summary>By global row of the snapshot: the category's slot.</summary>
    internal int[] CategoryOfRow { get; }

    /// <summary>By seller slot: whether something that was checked holds today.</summary>
    internal bool[] SellerChecked { get; }

    /// <summary>The product at a global row.</summary>
    internal Product ProductAt(int globalRow)
    {
        var (segment, row) = Snapshot.Locate(globalRow);
        return Snapshot.Segments[segment].ProductAt(row);
    }

    /// <summary>The product's slot at a global row, without reading the listing.</summary>
    internal int ProductSlotAt(int globalRow)
    {
        var (segment, row) = Snapshot.Locate(globalRow);
        return Snapshot.Segments[segment].ProductSlot[row];
    }

    /// <summary>The supplier's slot at a global row, without reading the listing.</summary>
    internal int SellerSlotAt(int globalRow)
    {
        var (segment, row) = Snapshot.Locate(globalRow);
        return Snapshot.Segments[segment].SellerSlot[row];
    }

    private (bool[] Checked, float[] MultiplierLog, bool[] LaneOpen) SellerColumns(Learner learner)
    {
        var sellers = Snapshot.SellerBySlot;
        var (known, multipliers, lane) = (new bool[sellers.Length], new float[sellers.Length], new bool[sellers.Length]);
        for (var slot = 0; slot < sellers.Length; slot++)
        {
            if (sellers[slot] is not { } seller)
                continue;
            known[slot] = seller.IsCheckedOn(Today);
            multipliers[slot] = (float)Multipliers.LogSum(Policy, seller, Today);
            lane[slot] = known[slot] && learner.Exposures.LaneBySeller(slot) < Policy.Newcomers.PerSupplierPerMonth;
        }

        return (known, multipliers, lane);
    }

    private void Fill(Segment segment, Span<RowSums> rows, Learner learner, (float[] MultiplierLog, bool[] LaneOpen) sellers)
    {
        for (var row = 0; row < segment.Rows; row++)
        {
            var (product, seller) = (segment.ProductSlot[row], segment.SellerSlot[row]);
            ref var sums = ref rows[row];
            sums.Set(0, Own(learner.Click, product, seller));
            sums.Set(1, Own(learner.Inquiry, product, seller));
            sums.Set(2, Own(learner.Order, product, seller));
            sums.MultiplierLog = sellers.MultiplierLog[seller];
            sums.Newcomer = sellers.LaneOpen[seller] && IsNewcomer(learner, product, sums.Stage(0).Variance) ? 1 : 0;
        }
    }

    private bool IsNewcomer(Learner learner, int product, float ownVariance) =>
        learner.Exposures.ExaminedByProduct(product) < Policy.Newcomers.MaxAttention
        && ownVariance >= Policy.Newcomers.MinDeviation * Policy.Newcomers.MinDeviation;

    private static OwnSum Own(StageModel model, int product, int seller)
    {
        var (p, s) = (model.Products[product], model.Sellers[seller]);
        return new OwnSum((float)(p.Mean + s.Mean), (float)(p.Variance + s.Variance));
    }
}
