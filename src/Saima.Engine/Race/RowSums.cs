using Saima.Engine.Kernels;
using Saima.Engine.Learning;

namespace Saima.Engine.Race;

/// <summary>What does a race read of a row beside its match? Its own weights, and whose it is: 32 bytes.</summary>
/// <remarks>
/// An octet: (mean, variance) of the product's weight in each stage, then the supplier's slot, negative if the product has had few
/// looks, and the category's slot; both as the bits of a whole number. Suppliers and categories have octets of their own with the
/// same stages, so that a row's sum is three additions of vectors; of a supplier the seventh number is the sum of ln of the rule's
/// multipliers, the eighth 0 if the newcomers' lane is open to it and −1 if not.
/// </remarks>
internal static class RowSums
{
    /// <summary>Click, inquiry, order.</summary>
    public const int Stages = 3;

    /// <summary>Place of a supplier's multipliers.</summary>
    public const int Multiplier = 6;

    /// <summary>Place of a supplier's lane.</summary>
    public const int Lane = 7;

    private const int Supplier = 6;
    private const int Category = 7;

    public static float Mean(ref readonly Octet sums, int stage) => sums[2 * stage];

    public static float Variance(ref readonly Octet sums, int stage) => sums[2 * stage + 1];

    public static void Set(ref Octet sums, int stage, Gaussian weight) => (sums[2 * stage], sums[2 * stage + 1]) = ((float)weight.Mean, (float)weight.Variance);

    /// <summary>Says whose the row is and whether its product has had few looks.</summary>
    public static void SetOwner(ref Octet row, int supplier, int category, bool isYoung)
    {
        row[Supplier] = BitConverter.Int32BitsToSingle(isYoung ? ~supplier : supplier);
        row[Category] = BitConverter.Int32BitsToSingle(category);
    }

    public static int SupplierOf(ref readonly Octet row)
    {
        var bits = BitConverter.SingleToInt32Bits(row[Supplier]);
        return bits ^ (bits >> 31);
    }

    public static int CategoryOf(ref readonly Octet row) => BitConverter.SingleToInt32Bits(row[Category]);

    /// <summary>True if the product has had few looks.</summary>
    public static bool IsYoung(ref readonly Octet row) => BitConverter.SingleToInt32Bits(row[Supplier]) < 0;
}
