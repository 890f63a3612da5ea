namespace Saima.Engine.Explain;

/// <summary>One feature's part in the argument of a stage: Σ values = argument × √(β² + variance).</summary>
/// <param name="Name"><c>base</c>, <c>product</c>, <c>supplier</c>, <c>category</c> or <c>match</c>.</param>
/// <param name="Value">Posterior mean, latent units.</param>
public sealed record FeatureTerm(string Name, double Value);

/// <summary>One term of a log score; a stage also says its probability and what made it.</summary>
/// <param name="Name"><c>match</c>, <c>click</c>, <c>inquiry</c>, <c>order</c> or <c>multiplier</c>.</param>
/// <param name="Log">What it adds to the log score.</param>
public sealed record ScoreTerm(string Name, double Log)
{
    /// <summary>Of a stage: Φ(argument).</summary>
    public double? Probability { get; init; }

    /// <summary>Of a stage: Σ features ÷ √(β² + variance).</summary>
    public double? Argument { get; init; }

    /// <summary>Of a stage: sum of posterior variances.</summary>
    public double? Variance { get; init; }

    /// <summary>Of a stage: what the argument is made of.</summary>
    public IReadOnlyList<FeatureTerm>? Features { get; init; }
}

/// <summary>Why did this product have this score? Terms add up to it.</summary>
/// <param name="Log">The log score.</param>
/// <param name="Terms">Its terms, in the order of the story.</param>
public sealed record ScoreExplanation(double Log, IReadOnlyList<ScoreTerm> Terms);
