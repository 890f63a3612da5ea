using Saima.Engine.Kernels;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>Here are all matches; how good is the chance of a deal with each? No row is left out.</summary>
public sealed class Scores
{
    private const int Block = 256;

    private readonly float[] _means = new float[Block];
    private readonly float[] _variances = new float[Block];
    private float[] _scores = new float[1024];

    /// <summary>ln of match × deal × multipliers of each match.</summary>
    public ReadOnlySpan<float> Values => _scores.AsSpan(0, Count);

    /// <summary>How many rows were scored: as many as matched.</summary>
    public int Count { get; private set; }

    /// <summary>The bucket of a match in (0, 1].</summary>
    public static int BucketOf(float share) => Math.Min((int)(share * AllocationRecord.MatchBuckets), AllocationRecord.MatchBuckets - 1);

    /// <summary>Scores every match.</summary>
    public void Score(Epoch epoch, Matches matches)
    {
        Count = matches.Count;
        if (_scores.Length < Count)
            _scores = new float[Count + (Count >> 1)];
        for (var start = 0; start < Count; start += Block)
        {
            var length = Math.Min(Block, Count - start);
            ScoreBlock(epoch, matches.Rows.Slice(start, length), matches.Shares.Slice(start, length), _scores.AsSpan(start, length));
        }
    }

    private void ScoreBlock(Epoch epoch, ReadOnlySpan<int> rows, ReadOnlySpan<float> shares, Span<float> scores)
    {
        LogOf.Write(shares, (float)epoch.Policy.Match.Exponent, scores);
        for (var i = 0; i < rows.Length; i++)
            scores[i] += epoch.Rows[rows[i]].MultiplierLog;

        for (var stage = 0; stage < RowSums.Stages; stage++)
        {
            Gather(epoch, stage, rows, shares);
            LogNormalCdf.AddTo(_means.AsSpan(0, rows.Length), _variances.AsSpan(0, rows.Length), epoch.Stages[stage].BetaSquared, scores);
        }
    }

    private void Gather(Epoch epoch, int stage, ReadOnlySpan<int> rows, ReadOnlySpan<float> shares)
    {
        var (tables, sums, categories) = (epoch.Stages[stage], epoch.Rows, epoch.CategoryOfRow);
        for (var i = 0; i < rows.Length; i++)
            (_means[i], _variances[i]) = tables.Argument(sums[rows[i]].Stage(stage), categories[rows[i]], BucketOf(shares[i]));
    }
}
