using System.Numerics;
using System.Runtime.Intrinsics;

namespace Saima.Engine.Kernels;

/// <summary>Where in a column are the numbers that are at least this?</summary>
internal static class FindAtLeast
{
    /// <summary>Writes their indexes, rising.</summary>
    /// <param name="values">The column.</param>
    /// <param name="least">The smallest number that is meant.</param>
    /// <param name="indexes">Room for all of them.</param>
    /// <returns>How many there are.</returns>
    public static int In(ReadOnlySpan<float> values, float least, Span<int> indexes)
    {
        var (found, i) = (0, 0);
        if (Vector256.IsHardwareAccelerated)
        {
            var bound = Vector256.Create(least);
            for (; i <= values.Length - Octet.Size; i += Octet.Size)
            {
                var bits = Vector256.GreaterThanOrEqual(Vector256.Create(values[i..]), bound).ExtractMostSignificantBits();
                for (; bits != 0; bits &= bits - 1)
                    indexes[found++] = i + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; i < values.Length; i++)
        {
            if (values[i] >= least)
                indexes[found++] = i;
        }

        return found;
    }
}
