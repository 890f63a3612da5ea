using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Saima.Engine.Kernels;

/// <summary>Which eight numbers are read together? One vector, half a cache line.</summary>
[InlineArray(Size)]
internal struct Octet
{
    /// <summary>Numbers in one.</summary>
    public const int Size = 8;

    private float _first;

    /// <summary>All eight as a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref readonly Octet from) => Unsafe.As<Octet, Vector256<float>>(ref Unsafe.AsRef(in from));

    /// <summary>Copies all eight. An assignment does the same by way of the stack, which takes four times as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref readonly Octet from, ref Octet to) => Unsafe.As<Octet, Vector256<float>>(ref to) = Load(in from);

    /// <summary>The first six numbers; the last two become 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSix(ref readonly Octet from) => Load(in from) & Vector256.Create(-1, -1, -1, -1, -1, -1, 0, 0).AsSingle();

    /// <summary>Turns eight vectors round: the first numbers of all eight become the first vector, and so on.</summary>
    public static void Transpose(Span<Vector256<float>> eight)
    {
        if (!Avx.IsSupported)
        {
            TransposeOneByOne(eight);
            return;
        }

        // Pairs, then fours, within the halves; then the halves change places.
        var (v0, v1, v2, v3) = Fours(eight[0], eight[1], eight[2], eight[3]);
        var (v4, v5, v6, v7) = Fours(eight[4], eight[5], eight[6], eight[7]);
        eight[0] = Avx.Permute2x128(v0, v4, 0x20);
        eight[1] = Avx.Permute2x128(v1, v5, 0x20);
        eight[2] = Avx.Permute2x128(v2, v6, 0x20);
        eight[3] = Avx.Permute2x128(v3, v7, 0x20);
        eight[4] = Avx.Permute2x128(v0, v4, 0x31);
        eight[5] = Avx.Permute2x128(v1, v5, 0x31);
        eight[6] = Avx.Permute2x128(v2, v6, 0x31);
        eight[7] = Avx.Permute2x128(v3, v7, 0x31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> A, Vector256<float> B, Vector256<float> C, Vector256<float> D) Fours(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        var (ab, cd) = (Avx.UnpackLow(a, b), Avx.UnpackLow(c, d));
        var (abHigh, cdHigh) = (Avx.UnpackHigh(a, b), Avx.UnpackHigh(c, d));
        return (Avx.Shuffle(ab, cd, 0x44), Avx.Shuffle(ab, cd, 0xEE), Avx.Shuffle(abHigh, cdHigh, 0x44), Avx.Shuffle(abHigh, cdHigh, 0xEE));
    }

    private static void TransposeOneByOne(Span<Vector256<float>> eight)
    {
        Span<float> numbers = stackalloc float[Size * Size];
        MemoryMarshal.Cast<Vector256<float>, float>(eight[..Size]).CopyTo(numbers);
        var turned = MemoryMarshal.Cast<Vector256<float>, float>(eight);
        for (var i = 0; i < numbers.Length; i++)
            turned[i % Size * Size + i / Size] = numbers[i];
    }
}
