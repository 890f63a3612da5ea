namespace Saima.Engine.Learning;

/// <summary>How much of the attention of slot 1 does this slot get?</summary>
public static class Examination
{
    /// <summary>P(click | slot) ÷ P(click | slot 1) of an average product, by what is learned now; (0, 1].</summary>
    public static double Of(StageModel click, int slot)
    {
        var (first, here) = (click.Positions[PositionBucket.Of(1)], click.Positions[PositionBucket.Of(slot)]);
        var spread = Math.Sqrt(click.Options.BetaSquared + click.Options.PriorVariance);
        var ratio = Normal.Cdf((click.Base.Mean + here.Mean) / spread) / Normal.Cdf((click.Base.Mean + first.Mean) / spread);
        return Math.Min(1, ratio);
    }
}
