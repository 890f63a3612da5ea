using System.Runtime.Intrinsics;

namespace Saima.Engine.Kernels;

/// <summary>Which number of a column is the largest? The first of them, if there are several.</summary>
internal static class IndexOfLargest
{
    /// <summary>Scalar form.</summary>
    /// <returns>−1 if the column is empty or all of it is −∞.</returns>
    public static int Scalar(ReadOnlySpan<double> values)
    {
        var (index, largest) = (-1, double.NegativeInfinity);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > largest)
                (index, largest) = (i, values[i]);
        }

        return index;
    }

    /// <summary>Vector form: the largest first, then where it stands.</summary>
    public static int Of(ReadOnlySpan<double> values)
    {
        var whole = values.Length / Vector256<double>.Count * Vector256<double>.Count;
        if (!Vector256.IsHardwareAccelerated || whole == 0)
            return Scalar(values);
        var most = Vector256.Create(double.NegativeInfinity);
        for (var i = 0; i < whole; i += Vector256<double>.Count)
        {
            var here = Vector256.Create(values[i..]);
            most = Vector256.ConditionalSelect(Vector256.GreaterThan(here, most), here, most);
        }

        var largest = Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
        for (var i = whole; i < values.Length; i++)
            largest = Math.Max(largest, values[i]);
        return double.IsNegativeInfinity(largest) ? -1 : FirstOf(values, largest, whole);
    }

    private static int FirstOf(ReadOnlySpan<double> values, double wanted, int whole)
    {
        for (var i = 0; i < whole; i += Vector256<double>.Count)
        {
            var bits = Vector256.Equals(Vector256.Create(values[i..]), Vector256.Create(wanted)).ExtractMostSignificantBits();
            if (bits != 0)
                return i + System.Numerics.BitOperations.TrailingZeroCount(bits);
        }

        return whole + values[whole..].IndexOf(wanted);
    }
}
