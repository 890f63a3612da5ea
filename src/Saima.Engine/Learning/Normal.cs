using MathNet.Numerics;

namespace Saima.Engine.Learning;

/// <summary>The standard normal distribution, to double precision also far in its tails.</summary>
public static class Normal
{
    private const double LnSqrtTwoPi = 0.91893853320467274178;

    // Below this erfc loses its last digits; the asymptotic series is then exact to 1e-12.
    private const double FarTail = -25;

    /// <summary>Φ(x).</summary>
    public static double Cdf(double x) => 0.5 * SpecialFunctions.Erfc(-x / Constants.Sqrt2);

    /// <summary>ln Φ(x).</summary>
    public static double LogCdf(double x)
    {
        if (x >= 5)
            return -Cdf(-x) * (1 + 0.5 * Cdf(-x));
        if (x > FarTail)
            return Math.Log(Cdf(x));
        var inverse = 1 / (x * x);
        return -0.5 * x * x - LnSqrtTwoPi - Math.Log(-x) + Math.Log(1 - inverse * (1 - inverse * (3 - 15 * inverse)));
    }

    /// <summary>φ(x) ÷ Φ(x): how far a surprise moves the mean.</summary>
    public static double Hazard(double x) => Math.Exp(-0.5 * x * x - LnSqrtTwoPi - LogCdf(x));

    /// <summary>Φ⁻¹(p) for p in (0, 1).</summary>
    public static double Quantile(double p) => -Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * p);
}
