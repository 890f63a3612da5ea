namespace Saima.Engine.Learning;

/// <summary>What one stage believes before it has seen anything.</summary>
public sealed record StageOptions
{
    /// <summary>Predicted probability of the stage for an average product in slot 1, (0, 1).</summary>
    public required double Rate { get; init; }

    /// <summary>Noise variance β² of the probit, > 0.</summary>
    public double BetaSquared { get; init; } = 1;

    public double BaseVariance { get; init; } = 0.05;
    public double ProductVariance { get; init; } = 0.25;
    public double SupplierVariance { get; init; } = 0.15;
    public double CategoryVariance { get; init; } = 0.1;
    public double MatchVariance { get; init; } = 0.02;
    public double PositionVariance { get; init; } = 0.02;

    /// <summary>How much the argument Φ⁻¹(P) rises per match bucket before anything was seen; ≥ 0.</summary>
    public double MatchSlope { get; init; }

    /// <summary>How much the argument falls per unit of ln(slot); 0 where the stage does not know the slot.</summary>
    public double PositionSlope { get; init; }

    /// <summary>True if the slot is a feature of the stage.</summary>
    public bool KnowsPosition { get; init; }

    /// <summary>Ages, in seconds and rising, at which an open case is counted further; the last is the stage's window.</summary>
    public required IReadOnlyList<double> AgesSeconds { get; init; }

    /// <summary>Share of positives that have come by each age, before any was seen; rising, the last is 1.</summary>
    public required IReadOnlyList<double> DelayShares { get; init; }

    /// <summary>How many positives the prior delays count as.</summary>
    public double DelayEvidence { get; init; } = 50;

    /// <summary>√(β² + all prior variances): what an argument is multiplied with to become a latent mean.</summary>
    internal double PriorSpread => Math.Sqrt(BetaSquared + PriorVariance);

    /// <summary>Sum of the prior variances of the features that every case of the stage has.</summary>
    public double PriorVariance => BaseVariance + ProductVariance + SupplierVariance + CategoryVariance + MatchVariance
        + (KnowsPosition ? PositionVariance : 0);
}

/// <summary>What all stages believe before they have seen anything.</summary>
/// <remarks>
/// Rates are the medians of learning.md's world A (4 %, 15 %, 20 %). A click's position slope makes P fall as slot^−0.7 near 4 %.
/// </remarks>
public sealed record LearnerOptions
{
    private const double Minute = 60, Hour = 3600, Day = 86400;

    public StageOptions Click { get; init; } = new()
    {
        Rate = 0.04,
        MatchSlope = 0.06,
        PositionSlope = 0.28,
        KnowsPosition = true,
        AgesSeconds = [5, 20, Minute, 3 * Minute, 10 * Minute, 30 * Minute],
        DelayShares = [0.2, 0.5, 0.75, 0.9, 0.97, 1],
    };

    public StageOptions Inquiry { get; init; } = new()
    {
        Rate = 0.15,
        MatchSlope = 0.03,
        AgesSeconds = [2 * Minute, 10 * Minute, Hour, 6 * Hour, Day, 3 * Day, 10 * Day, 30 * Day],
        DelayShares = [0.25, 0.45, 0.6, 0.7, 0.8, 0.9, 0.97, 1],
    };

    public StageOptions Order { get; init; } = new()
    {
        Rate = 0.2,
        MatchSlope = 0.02,
        AgesSeconds = [Day, 3 * Day, 7 * Day, 14 * Day, 30 * Day, 60 * Day, 90 * Day, 180 * Day],
        DelayShares = [0.05, 0.15, 0.3, 0.5, 0.75, 0.92, 0.97, 1],
    };
}
