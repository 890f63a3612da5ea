using System.Runtime.Intrinsics;

namespace Saima.Engine.Kernels;

/// <summary>How many numbers of a column are at least this?</summary>
internal static class CountAtLeast
{
    /// <summary>Scalar form, one number.</summary>
    public static int Of(float value, float least) => value >= least ? 1 : 0;

    /// <summary>Counts the whole column.</summary>
    public static int Of(ReadOnlySpan<float> values, float least)
    {
        var (count, i) = (0, 0);
        if (Vector256.IsHardwareAccelerated)
        {
            var (bound, counts) = (Vector256.Create(least), Vector256<int>.Zero);
            for (; i <= values.Length - Octet.Size; i += Octet.Size)
                counts -= Vector256.GreaterThanOrEqual(Vector256.Create(values[i..]), bound).AsInt32(); // true is −1
            count = Vector256.Sum(counts);
        }

        for (; i < values.Length; i++)
            count += Of(values[i], least);
        return count;
    }
}
