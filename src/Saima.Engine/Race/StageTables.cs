using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Records;

namespace Saima.Engine.Race;

/// <summary>One stage as a race reads it: small tables that many rows share. Immutable.</summary>
public sealed class StageTables
{
    internal StageTables(StageModel model, Snapshot snapshot)
    {
        BetaSquared = (float)model.Options.BetaSquared;
        var (mean, variance) = (model.Base.Mean, model.Base.Variance);
        if (model.Options.KnowsPosition)
        {
            // A race asks what a product would do in slot 1; where it then stands is the race's answer.
            var first = model.Positions[PositionBucket.Of(1)];
            mean += first.Mean;
            variance += first.Variance;
        }

        BaseMean = (float)mean;
        BaseVariance = (float)variance;
        (CategoryMean, CategoryVariance) = Copy(model.Categories, snapshot.CategoryBySlot.Length);
        (MatchMean, MatchVariance) = Copy(model.Matches, AllocationRecord.MatchBuckets);
        (SellerMean, _) = Copy(model.Sellers, snapshot.SellerBySlot.Length);
    }

    internal float BetaSquared { get; }

    /// <summary>Base weight, with slot 1's position weight where the stage knows the slot.</summary>
    internal float BaseMean { get; }

    internal float BaseVariance { get; }

    internal float[] CategoryMean { get; }

    internal float[] CategoryVariance { get; }

    internal float[] MatchMean { get; }

    internal float[] MatchVariance { get; }

    internal float[] SellerMean { get; }

    /// <summary>Sum of means and of variances of a row with these own weights.</summary>
    internal (float Mean, float Variance) Argument(OwnSum own, int category, int bucket) =>
        (BaseMean + own.Mean + CategoryMean[category] + MatchMean[bucket], BaseVariance + own.Variance + CategoryVariance[category] + MatchVariance[bucket]);

    private static (float[] Means, float[] Variances) Copy(WeightGroup group, int count)
    {
        var (means, variances) = (new float[count], new float[count]);
        for (var slot = 0; slot < count; slot++)
        {
            means[slot] = (float)group[slot].Mean;
            variances[slot] = (float)group[slot].Variance;
        }

        return (means, variances);
    }
}
