using Saima.Engine.Kernels;
using Saima.Engine.Records;

namespace Saima.Engine.Race;

/// <summary>What is known, as a race reads it? All of it as <see cref="RowSums"/> says. Immutable.</summary>
/// <param name="Rows">By global row.</param>
/// <param name="Sellers">By seller slot.</param>
/// <param name="Categories">By category slot.</param>
/// <param name="Stages">Click, inquiry, order.</param>
/// <param name="SellerChecked">By seller slot: whether something that was checked holds on the epoch's day.</param>
/// <param name="LearnedThrough">The log's sequence through which the models have learned.</param>
internal sealed record EpochColumns(
    PagedColumn Rows, PagedColumn Sellers, PagedColumn Categories, StageTables[] Stages, bool[] SellerChecked, long LearnedThrough)
{
    /// <summary>By match bucket: base and match together.</summary>
    public Octet[] Buckets { get; } = BucketsOf(Stages);

    private static Octet[] BucketsOf(StageTables[] stages)
    {
        var buckets = new Octet[AllocationRecord.MatchBuckets];
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            for (var stage = 0; stage < stages.Length; stage++)
                RowSums.Set(ref buckets[bucket], stage, stages[stage].Buckets[bucket]);
        }

        return buckets;
    }
}
