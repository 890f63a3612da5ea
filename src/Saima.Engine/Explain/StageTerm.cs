using Saima.Engine.Learning;

namespace Saima.Engine.Explain;

/// <summary>Here are the features of a stage; what do they add to the score?</summary>
internal static class StageTerm
{
    public static ScoreTerm Of(string name, FeatureTerm[] features, double betaSquared, double variance)
    {
        var sum = 0.0;
        foreach (var feature in features)
            sum += feature.Value;
        var argument = sum / Math.Sqrt(betaSquared + variance);
        return new ScoreTerm(name, Normal.LogCdf(argument))
        {
            Probability = Normal.Cdf(argument),
            Argument = argument,
            Variance = variance,
            Features = features,
        };
    }
}
