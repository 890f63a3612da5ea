using System.Numerics.Tensors;

namespace Saima.Engine.Kernels;

/// <summary>What is exp((score − best) ÷ temperature), for a block of rows?</summary>
public static class ExpOf
{
    /// <summary>Scalar form.</summary>
    public static double Of(double score, double best, double temperature) => Math.Exp((score - best) / temperature);

    /// <summary>Writes the weight of each row beside the best of them, [0, 1]; a score of −∞ has none.</summary>
    /// <param name="scores">At least one, and one of them finite.</param>
    /// <param name="temperature">> 0.</param>
    /// <param name="weights">As long as the scores.</param>
    public static void Write(ReadOnlySpan<double> scores, double temperature, Span<double> weights)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), weights);
        TensorPrimitives.Divide(weights, temperature, weights);
        TensorPrimitives.Exp(weights, weights);
    }

    /// <summary>exp of each number, in place.</summary>
    public static void Write(Span<double> logs) => TensorPrimitives.Exp(logs, logs);
}
