using Saima.Engine.Learning;
using Saima.Engine.Records;

namespace Saima.Engine.Race;

/// <summary>What do all rows of a stage share, and what does a match bucket add? Immutable.</summary>
public sealed class StageTables
{
    internal StageTables(StageModel model)
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
        MatchMean = new float[AllocationRecord.MatchBuckets];
        Buckets = new Gaussian[AllocationRecord.MatchBuckets];
        for (var bucket = 0; bucket < MatchMean.Length; bucket++)
        {
            MatchMean[bucket] = (float)model.Matches[bucket].Mean;
            Buckets[bucket] = new Gaussian(mean + model.Matches[bucket].Mean, variance + model.Matches[bucket].Variance);
        }
    }

    internal float BetaSquared { get; }

    /// <summary>Base weight, with slot 1's position weight where the stage knows the slot.</summary>
    internal float BaseMean { get; }

    internal float[] MatchMean { get; }

    /// <summary>By match bucket: base and match together.</summary>
    internal Gaussian[] Buckets { get; }
}
