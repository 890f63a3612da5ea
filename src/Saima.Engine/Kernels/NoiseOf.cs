using System.Numerics.Tensors;

namespace Saima.Engine.Kernels;

/// <summary>Here are uniform numbers; what are they as the noise of a draw?</summary>
/// <remarks>
/// Columns are as long as whole vectors (<see cref="Padded"/>): a remainder would be computed by other instructions, and a number's last
/// bit would then depend on where it stands.
/// </remarks>
internal static class NoiseOf
{
    private const int Widest = 8;

    /// <summary>The length of a column for so many numbers; what stands behind them must be in (0, 1).</summary>
    public static int Padded(int count) => (count + Widest - 1) / Widest * Widest;

    /// <summary>Scalar form: standard Gumbel noise of a number in (0, 1).</summary>
    public static double Gumbel(double uniform) => -Math.Log(-Math.Log(uniform));

    /// <summary>Standard Gumbel noise, −ln(−ln u), in place.</summary>
    public static void Gumbel(Span<double> uniforms)
    {
        Exponential(uniforms);
        TensorPrimitives.Log(uniforms, uniforms);
        TensorPrimitives.Negate(uniforms, uniforms);
    }

    /// <summary>Standard exponential noise, −ln u, in place.</summary>
    public static void Exponential(Span<double> uniforms)
    {
        TensorPrimitives.Log(uniforms, uniforms);
        TensorPrimitives.Negate(uniforms, uniforms);
    }
}
