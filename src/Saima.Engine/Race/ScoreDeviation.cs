using Saima.Engine.Learning;

namespace Saima.Engine.Race;

/// <summary>How unsure is a row's log score, exactly? The specification of what <see cref="Kernels.ScoreRows"/> does quickly.</summary>
/// <remarks>
/// To first order: ln Φ(a) moves by h(a) = φ(a) ÷ Φ(a) per unit of a, and a has standard deviation √(V ÷ (β² + V)), V the sum of
/// posterior variances; stages are taken as independent.
/// </remarks>
internal static class ScoreDeviation
{
    /// <summary>Standard deviation of the log score, ≥ 0.</summary>
    public static double Of(Epoch epoch, int globalRow, int bucket)
    {
        var sum = 0.0;
        for (var stage = 0; stage < RowSums.Stages; stage++)
        {
            var (mean, variance) = epoch.ArgumentAt(globalRow, bucket, stage);
            var spread = epoch.Columns.Stages[stage].BetaSquared + variance;
            var slope = Normal.Hazard(mean / Math.Sqrt(spread));
            sum += slope * slope * variance / spread;
        }

        return Math.Sqrt(sum);
    }
}
