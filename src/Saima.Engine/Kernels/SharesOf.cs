using System.Runtime.Intrinsics;

namespace Saima.Engine.Kernels;

/// <summary>Adds one term's impacts, and what it weighs where it occurs, to the rows that were retrieved.</summary>
/// <remarks>Both forms multiply, then add, each rounded: the same bits, and the same as the slow twin's.</remarks>
public static class SharesOf
{
    /// <summary>Scalar form, one row.</summary>
    public static (float Share, float Held) Add(float share, float held, byte impact, float worth, float idf) =>
        (share + worth * impact, impact == 0 ? held : held + idf);

    /// <summary>All rows.</summary>
    /// <param name="impacts">Impact of the term in each row, in steps; 0 where it does not occur.</param>
    /// <param name="worth">What a step is worth.</param>
    /// <param name="idf">The term's inverse document frequency.</param>
    /// <param name="shares">Sums of impacts so far, changed in place.</param>
    /// <param name="held">Sums of idf of the terms that occur, changed in place.</param>
    public static void AddTo(ReadOnlySpan<byte> impacts, float worth, float idf, Span<float> shares, Span<float> held)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (worths, idfs) = (Vector256.Create(worth), Vector256.Create(idf));
            for (; i <= impacts.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                var steps = Widen(impacts.Slice(i, Vector256<float>.Count));
                (Vector256.Create<float>(shares[i..]) + worths * steps).CopyTo(shares[i..]);
                var weight = Vector256.AndNot(idfs, Vector256.Equals(steps, Vector256<float>.Zero));
                (Vector256.Create<float>(held[i..]) + weight).CopyTo(held[i..]);
            }
        }

        for (; i < impacts.Length; i++)
            (shares[i], held[i]) = Add(shares[i], held[i], impacts[i], worth, idf);
    }

    private static Vector256<float> Widen(ReadOnlySpan<byte> eight)
    {
        var bytes = Vector128.CreateScalar(BitConverter.ToUInt64(eight)).AsByte();
        var (lower, _) = Vector128.Widen(bytes);
        var (first, second) = Vector128.Widen(lower);
        return Vector256.ConvertToSingle(Vector256.Create(first, second).AsInt32());
    }
}
