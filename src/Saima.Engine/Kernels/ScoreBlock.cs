using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Saima.Engine.Kernels;

/// <summary>Which rows are scored together, and of which sums is each score made? Filled by the race, read by <see cref="ScoreRows"/>.</summary>
/// <remarks>A sum is (mean, variance) of three stages and one number that is added to the score; the eighth is not read.</remarks>
internal sealed class ScoreBlock
{
    /// <summary>Rows in a block; with so few all its columns stay in the first-level cache.</summary>
    public const int Rows = 128;

    /// <summary>Vectors in a column of a block.</summary>
    public const int Vectors = Rows / Octet.Size;

    /// <summary>By row: whether the row's spread is asked for, 1 or 0.</summary>
    public float[] Asked { get; } = new float[Rows];

    /// <summary>By row, (0, 1].</summary>
    public float[] Shares { get; } = new float[Rows];

    /// <summary>By row: the log score, out.</summary>
    public float[] Scores { get; } = new float[Rows];

    /// <summary>By row: log score + κ × its standard deviation, out; −∞ where it is not asked for.</summary>
    public float[] Utilities { get; } = new float[Rows];

    /// <summary>By row: its sum; turned round while scoring, so that a vector holds one number of eight rows.</summary>
    internal Vector256<float>[] Sums { get; } = new Vector256<float>[Vectors * Octet.Size];

    /// <summary>Adds up what belongs to a row.</summary>
    /// <param name="row">Its place in the block.</param>
    /// <param name="own">What it has for itself: six numbers.</param>
    /// <param name="group">What it shares with others: eight.</param>
    /// <param name="branch">Six more.</param>
    /// <param name="bucket">And six more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int row, ref readonly Octet own, ref readonly Octet group, ref readonly Octet branch, ref readonly Octet bucket) =>
        Sums[row] = Octet.LoadSix(in own) + Octet.Load(in group) + (Octet.Load(in branch) + Octet.Load(in bucket));

    /// <summary>Working column, by stage: ln Φ taken apart.</summary>
    internal StagePart[] Parts { get; } = new StagePart[Vectors * 3];
}

/// <summary>One stage of eight rows: argument, tail, remainder, variance ÷ spread.</summary>
internal struct StagePart
{
    public Vector256<float> Argument;
    public Vector256<float> Tail;
    public Vector256<float> Remainder;
    public Vector256<float> Unsure;
}

/// <summary>By which constants is a block scored?</summary>
/// <param name="Exponent">Power of the share.</param>
/// <param name="Optimism">κ.</param>
/// <param name="BetaSquared">Noise variance of each of the three stages, > 0; the rest of the octet is not read.</param>
internal readonly record struct ScoreRule(float Exponent, float Optimism, Octet BetaSquared);
