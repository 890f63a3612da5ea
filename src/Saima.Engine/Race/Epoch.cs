using Saima.Engine.Catalogue;
using Saima.Engine.Kernels;
using Saima.Engine.Learning;
using Saima.Engine.Policies;

namespace Saima.Engine.Race;

/// <summary>Everything that one race reads, from start to end: what is for sale, what is known, by which rule. Immutable.</summary>
public sealed class Epoch
{
    /// <summary>Builds what a race needs from the three states, all of it; they may change afterwards, the epoch does not.</summary>
    /// <remarks>Whoever builds one epoch after the other uses an <see cref="EpochBuilder"/>, which gives the same to the bit.</remarks>
    /// <param name="snapshot">What is for sale.</param>
    /// <param name="learner">What is known; not used by another thread meanwhile.</param>
    /// <param name="policy">The rule in force.</param>
    /// <param name="today">The day, in the policy's time zone, on which checks hold or do not.</param>
    public Epoch(Snapshot snapshot, Learner learner, Policy policy, DateOnly today)
        : this(snapshot, policy, today, new EpochBuilder(learner).Columns(snapshot, policy, today))
    {
    }

    internal Epoch(Snapshot snapshot, Policy policy, DateOnly today, EpochColumns columns)
    {
        (Snapshot, Policy, Today, Columns) = (snapshot, policy, today, columns);
        Octet betaSquared = default;
        for (var stage = 0; stage < RowSums.Stages; stage++)
            betaSquared[stage] = columns.Stages[stage].BetaSquared;
        Rule = new ScoreRule((float)policy.Match.Exponent, (float)policy.Newcomers.Optimism, betaSquared);
    }

    public Snapshot Snapshot { get; }

    public Policy Policy { get; }

    public DateOnly Today { get; }

    /// <summary>The log's sequence through which the models have learned.</summary>
    public long LearnedThrough => Columns.LearnedThrough;

    internal EpochColumns Columns { get; }

    /// <summary>The constants of scoring.</summary>
    internal ScoreRule Rule { get; }

    /// <summary>By seller slot: whether something that was checked holds today.</summary>
    internal bool[] SellerChecked => Columns.SellerChecked;

    /// <summary>The product at a global row.</summary>
    internal Product ProductAt(int globalRow)
    {
        var (segment, row) = Snapshot.Locate(globalRow);
        return Snapshot.Segments[segment].ProductAt(row);
    }

    /// <summary>Which of two rows stands first where nothing else decides? The one with the smaller slot; negative if x does.</summary>
    /// <remarks>Slots are given by the market; an id is the supplier's to choose, and would be chosen to stand first.</remarks>
    internal int CompareSlots(int x, int y) => ProductSlotAt(x).CompareTo(ProductSlotAt(y));

    /// <summary>The product's slot at a global row, without reading the listing.</summary>
    internal int ProductSlotAt(int globalRow)
    {
        var (segment, row) = Snapshot.Locate(globalRow);
        return Snapshot.Segments[segment].ProductSlot[row];
    }

    /// <summary>The supplier's slot at a global row, without reading the listing.</summary>
    internal int SellerSlotAt(int globalRow) => RowSums.SupplierOf(in Columns.Rows[globalRow]);

    /// <summary>The category's slot at a global row, without reading the listing.</summary>
    internal int CategorySlotAt(int globalRow) => RowSums.CategoryOf(in Columns.Rows[globalRow]);

    /// <summary>Sums of means and of variances of a row in a stage.</summary>
    internal (float Mean, float Variance) ArgumentAt(int globalRow, int bucket, int stage)
    {
        ref readonly var row = ref Columns.Rows[globalRow];
        ref readonly var supplier = ref Columns.Sellers[RowSums.SupplierOf(in row)];
        ref readonly var category = ref Columns.Categories[RowSums.CategoryOf(in row)];
        ref readonly var shared = ref Columns.Buckets[bucket];
        return (
            RowSums.Mean(in row, stage) + RowSums.Mean(in supplier, stage) + (RowSums.Mean(in category, stage) + RowSums.Mean(in shared, stage)),
            RowSums.Variance(in row, stage) + RowSums.Variance(in supplier, stage) + (RowSums.Variance(in category, stage) + RowSums.Variance(in shared, stage)));
    }
}
