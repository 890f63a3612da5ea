using System.Runtime.Intrinsics;

namespace Saima.Engine.Kernels;

/// <summary>What are exponent × ln(share) + an addend + Σ ln Φ(mean ÷ √(β² + variance)) over three stages, and how unsure is it?</summary>
/// <remarks>
/// With tails t and remainders e from <see cref="LogNormalCdf"/>, Σ ln Φ = ln(t₀ t₁ t₂) + e₀ + e₁ + e₂ where all three arguments are
/// ≤ 0: one logarithm instead of three (t ≥ 1/16, so the product is far from underflow). The spread is to first order
/// √(Σ h² v ÷ (β² + v)), h from <see cref="NormalHazard"/>. A score depends on its own row only, to the bit, wherever the row stands:
/// blocks are filled up to whole vectors, and which branch counts is chosen row by row.
/// </remarks>
internal static class ScoreRows
{
    private const int Stages = 3;

    /// <summary>Scalar form: the score and utility of one row of the block.</summary>
    public static (float Score, float Utility) Of(ScoreBlock block, int row, in ScoreRule rule)
    {
        var sum = block.Sums[row];
        var (tails, remainders, upper, isAbove, squares) = (1f, 0f, 0f, false, 0f);
        for (var stage = 0; stage < Stages; stage++)
        {
            var (variance, spread) = (sum[2 * stage + 1], rule.BetaSquared[stage] + sum[2 * stage + 1]);
            var x = sum[2 * stage] / MathF.Sqrt(spread);
            var (tail, remainder) = LogNormalCdf.Lower(x);
            var hazard = NormalHazard.Of(x, tail);
            tails *= tail;
            remainders += remainder;
            upper += LogNormalCdf.Log(x, tail, remainder);
            isAbove |= x > 0;
            squares += hazard * hazard * (variance / spread);
        }

        var chances = isAbove ? upper : MathF.Log(tails) + remainders;
        var score = rule.Exponent * MathF.Log(block.Shares[row]) + sum[6] + chances;
        return (score, block.Asked[row] > 0 ? score + rule.Optimism * MathF.Sqrt(squares) : float.NegativeInfinity);
    }

    /// <summary>Writes scores and utilities of the first rows of a block, and of as many more as fill a vector.</summary>
    public static void Write(ScoreBlock block, int count, in ScoreRule rule)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            for (var i = 0; i < count; i++)
                (block.Scores[i], block.Utilities[i]) = Of(block, i, rule);
            return;
        }

        var vectors = (count + Octet.Size - 1) / Octet.Size;
        TurnRound(block, vectors);
        for (var stage = 0; stage < Stages; stage++)
            TakeStage(block, vectors, stage, rule.BetaSquared[stage]);
        WriteScores(block, vectors, rule.Exponent);
        WriteUtilities(block, vectors, rule.Optimism);
    }

    // Steps of their own: in one long method the compiler stops inlining vector operations, and it takes eight times as long.
    private static void TurnRound(ScoreBlock block, int vectors)
    {
        for (var v = 0; v < vectors; v++)
            Octet.Transpose(block.Sums.AsSpan(v * Octet.Size, Octet.Size));
    }

    private static void TakeStage(ScoreBlock block, int vectors, int stage, float betaSquared)
    {
        var (sums, parts) = (block.Sums, block.Parts);
        for (var v = 0; v < vectors; v++)
        {
            var variance = sums[v * Octet.Size + 2 * stage + 1];
            var spread = variance + Vector256.Create(betaSquared);
            var x = sums[v * Octet.Size + 2 * stage] / Vector256.Sqrt(spread);
            ref var part = ref parts[v * Stages + stage];
            part.Argument = x;
            part.Unsure = variance / spread;
            LogNormalCdf.Lower(x, out part.Tail, out part.Remainder);
        }
    }

    private static void WriteScores(ScoreBlock block, int vectors, float exponent)
    {
        var (sums, parts) = (block.Sums, block.Parts);
        for (var v = 0; v < vectors; v++)
        {
            ref var click = ref parts[v * Stages];
            ref var inquiry = ref parts[v * Stages + 1];
            ref var order = ref parts[v * Stages + 2];
            var chances = Vector256.Log(click.Tail * inquiry.Tail * order.Tail) + (click.Remainder + inquiry.Remainder + order.Remainder);
            var largest = Vector256.Max(Vector256.Max(click.Argument, inquiry.Argument), order.Argument);

            // Chances of a click, an inquiry or an order are nearly always below one half.
            if (Vector256.GreaterThanAny(largest, Vector256<float>.Zero))
                chances = WhereAbove(chances, largest, parts.AsSpan(v * Stages, Stages));
            var match = Vector256.Create(exponent) * Vector256.Log(Vector256.Create<float>(block.Shares.AsSpan(v * Octet.Size)));
            (match + sums[v * Octet.Size + 6] + chances).CopyTo(block.Scores, v * Octet.Size);
        }
    }

    private static Vector256<float> WhereAbove(Vector256<float> chances, Vector256<float> largest, Span<StagePart> parts)
    {
        var sum = Vector256<float>.Zero;
        foreach (ref var part in parts)
            sum += LogNormalCdf.Log(part.Argument, part.Tail, part.Remainder);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(largest, Vector256<float>.Zero), sum, chances);
    }

    private static void WriteUtilities(ScoreBlock block, int vectors, float optimism)
    {
        var none = Vector256.Create(float.NegativeInfinity);
        for (var v = 0; v < vectors; v++)
        {
            var asked = Vector256.GreaterThan(Vector256.Create<float>(block.Asked.AsSpan(v * Octet.Size)), Vector256<float>.Zero);
            var utilities = none;
            if (asked.ExtractMostSignificantBits() != 0)
            {
                var scores = Vector256.Create<float>(block.Scores.AsSpan(v * Octet.Size));
                utilities = Vector256.ConditionalSelect(asked, scores + Vector256.Create(optimism) * Deviation(block.Parts.AsSpan(v * Stages, Stages)), none);
            }

            utilities.CopyTo(block.Utilities, v * Octet.Size);
        }
    }

    private static Vector256<float> Deviation(Span<StagePart> parts)
    {
        var squares = Vector256<float>.Zero;
        foreach (ref var part in parts)
        {
            var hazard = NormalHazard.Of(part.Argument, part.Tail);
            squares += hazard * hazard * part.Unsure;
        }

        return Vector256.Sqrt(squares);
    }
}
