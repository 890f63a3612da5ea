using Saima.Engine.Learning;

namespace Saima.Engine.Race;

/// <summary>How unsure is a row's log score?</summary>
/// <remarks>
/// To first order: ln Φ(a) moves by h(a) = φ(a) ÷ Φ(a) per unit of a, and a has standard deviation √(V ÷ (β² + V)), V the sum of
/// posterior variances; stages are taken as independent.
/// </remarks>
internal static class ScoreDeviation
{
    /// <summary>Standard deviation of the log score, ≥ 0.</summary>
    public static double Of(Epoch epoch, int globalRow, int bucket)
    {
        var category = epoch.CategoryOfRow[globalRow];
        var sum = 0.0;
        for (var stage = 0; stage < RowSums.Stages; stage++)
        {
            var (mean, variance) = epoch.Stages[stage].Argument(epoch.Rows[globalRow].Stage(stage), category, bucket);
            var spread = epoch.Stages[stage].BetaSquared + variance;
            var slope = Normal.Hazard(mean / Math.Sqrt(spread));
            sum += slope * slope * variance / spread;
        }

        return Math.Sqrt(sum);
    }
}
