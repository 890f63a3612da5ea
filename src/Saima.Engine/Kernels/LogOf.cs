using System.Numerics.Tensors;

namespace Saima.Engine.Kernels;

/// <summary>What is exponent × ln(share), for a block of rows?</summary>
public static class LogOf
{
    /// <summary>Scalar form.</summary>
    public static float Of(float share, float exponent) => exponent * MathF.Log(share);

    /// <summary>Writes exponent × ln(share) of each row; shares are in (0, 1].</summary>
    public static void Write(ReadOnlySpan<float> shares, float exponent, Span<float> logs)
    {
        TensorPrimitives.Log(shares, logs);
        TensorPrimitives.Multiply(logs, exponent, logs);
    }
}
