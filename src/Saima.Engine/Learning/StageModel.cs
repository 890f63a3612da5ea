using Saima.Engine.Records;

namespace Saima.Engine.Learning;

/// <summary>How likely is this step, and what does what happened say about it? Online Bayesian probit regression of one stage.</summary>
/// <remarks>
/// Graepel, Candela, Borchert, Herbrich: Web-scale Bayesian click-through rate prediction (ICML 2010), eqs. 5 and 10–12:
/// P = Φ(Σμ ÷ √(β² + Σσ²)); an observation y = ±1 moves each weight by y σ²/s · v(t) and shrinks its variance by
/// 1 − σ²/s² · w(t), with s² = β² + Σσ², t = y Σμ/s, v = φ/Φ, w = v (v + t).
/// </remarks>
public sealed class StageModel
{
    /// <summary>A model that has seen nothing.</summary>
    /// <param name="options">What it believes.</param>
    /// <param name="touched">Where changed weights are noted, or null if nobody asks.</param>
    public StageModel(StageOptions options, TouchedWeights? touched = null)
    {
        Options = options;
        var spread = options.PriorSpread;
        Base = new Gaussian(Normal.Quantile(options.Rate) * spread, options.BaseVariance);
        Products = new WeightGroup(new Gaussian(0, options.ProductVariance), touched?.Products);
        Sellers = new WeightGroup(new Gaussian(0, options.SupplierVariance), touched?.Sellers);
        Categories = new WeightGroup(new Gaussian(0, options.CategoryVariance), touched?.Categories);
        Matches = new WeightGroup(bucket =>
            new Gaussian(options.MatchSlope * spread * (bucket - AllocationRecord.MatchBuckets / 2), options.MatchVariance));
        Positions = new WeightGroup(bucket =>
            new Gaussian(-options.PositionSlope * spread * Math.Log(PositionBucket.MiddleOf(bucket)), options.PositionVariance));
    }

    public StageOptions Options { get; }

    /// <summary>The weight that every case has.</summary>
    public Gaussian Base { get; private set; }

    public WeightGroup Products { get; }

    public WeightGroup Sellers { get; }

    public WeightGroup Categories { get; }

    public WeightGroup Matches { get; }

    /// <summary>By <see cref="PositionBucket"/>; not used where the stage does not know the slot.</summary>
    public WeightGroup Positions { get; }

    /// <summary>Sum of means and of variances over the features of a case.</summary>
    public (double Mean, double Variance) Sum(in StageFeatures f)
    {
        var (product, seller, category, match) = (Products[f.Product], Sellers[f.Seller], Categories[f.Category], Matches[f.Match]);
        var mean = Base.Mean + product.Mean + seller.Mean + category.Mean + match.Mean;
        var variance = Base.Variance + product.Variance + seller.Variance + category.Variance + match.Variance;
        if (!Options.KnowsPosition)
            return (mean, variance);
        var position = Positions[PositionBucket.Of(f.Slot)];
        return (mean + position.Mean, variance + position.Variance);
    }

    /// <summary>P of the stage, (0, 1).</summary>
    public double Predict(in StageFeatures f)
    {
        var (mean, variance) = Sum(f);
        return Normal.Cdf(mean / Math.Sqrt(Options.BetaSquared + variance));
    }

    /// <summary>Learns one case.</summary>
    /// <param name="f">Its features.</param>
    /// <param name="positive">Whether the step was taken.</param>
    /// <param name="share">How much of an observation it counts, > 0.</param>
    public void Learn(in StageFeatures f, bool positive, double share)
    {
        var (mean, variance) = Sum(f);
        var spreadSquared = Options.BetaSquared + variance;
        var spread = Math.Sqrt(spreadSquared);
        var sign = positive ? 1.0 : -1.0;
        var t = sign * mean / spread;
        var v = Normal.Hazard(t);
        var push = new Push(sign * v / spread, v * (v + t) / spreadSquared, share);
        Base = push.On(Base);
        Products[f.Product] = push.On(Products[f.Product]);
        Sellers[f.Seller] = push.On(Sellers[f.Seller]);
        Categories[f.Category] = push.On(Categories[f.Category]);
        Matches[f.Match] = push.On(Matches[f.Match]);
        if (!Options.KnowsPosition)
            return;
        var bucket = PositionBucket.Of(f.Slot);
        Positions[bucket] = push.On(Positions[bucket]);
    }

    /// <summary>How far an observation moves every weight of its case.</summary>
    private readonly record struct Push(double MeanPerVariance, double ShrinkPerVariance, double Share)
    {
        public Gaussian On(Gaussian weight)
        {
            var mean = weight.Mean + weight.Variance * MeanPerVariance;
            var variance = weight.Variance * (1 - weight.Variance * ShrinkPerVariance);
            return weight.MovedTowards(new Gaussian(mean, variance), Share);
        }
    }
}
