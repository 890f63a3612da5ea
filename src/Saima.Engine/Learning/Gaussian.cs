namespace Saima.Engine.Learning;

/// <summary>What is believed about one weight: its mean and how sure that is.</summary>
/// <param name="Mean">Posterior mean, latent units of the probit.</param>
/// <param name="Variance">Posterior variance, > 0.</param>
public readonly record struct Gaussian(double Mean, double Variance)
{
    /// <summary>This belief moved a share of the way to <paramref name="full"/>, in natural parameters.</summary>
    /// <param name="full">The belief after one whole observation.</param>
    /// <param name="share">How much of the observation counts, [0, 1] as a rule; slightly more is harmless.</param>
    public Gaussian MovedTowards(Gaussian full, double share)
    {
        if (share == 1)
            return full;
        var precision = 1 / Variance;
        var fullPrecision = 1 / full.Variance;
        var shift = Mean * precision;
        var newPrecision = precision + share * (fullPrecision - precision);
        var newShift = shift + share * (full.Mean * fullPrecision - shift);
        return new Gaussian(newShift / newPrecision, 1 / newPrecision);
    }
}
