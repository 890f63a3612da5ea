namespace Saima.Bench.World;

/// <summary>Which rank comes up, when the first come up most?</summary>
/// <remarks>
/// Zipf–Mandelbrot with exponent 1, by inversion of its continuous form: rank k has a share of about 1 ÷ (k + flatness). The larger the
/// flatness, the less the first few stand out.
/// </remarks>
public static class Zipf
{
    /// <summary>A rank in 0 … <paramref name="count"/> − 1.</summary>
    /// <param name="unit">Uniform in [0, 1).</param>
    /// <param name="count">How many ranks there are, ≥ 1.</param>
    /// <param name="flatness">> 0; 1 is Zipf's own law.</param>
    public static int Rank(double unit, int count, double flatness = 1) =>
        Math.Min(count - 1, (int)(flatness * (Math.Pow((count + flatness) / flatness, unit) - 1)));
}
