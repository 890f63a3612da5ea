using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Saima.Engine.Kernels;

/// <summary>Which bytes are these numbers, as they lie in memory?</summary>
/// <remarks>The scalar form would copy them one by one; files of a gigabyte are read straight into the arrays instead.</remarks>
public static class BytesOf
{
    /// <summary>The same memory, seen as bytes; less than 2 GiB of it.</summary>
    public static Span<byte> Of<T>(Span<T> items)
        where T : unmanaged => MemoryMarshal.AsBytes(items);

    /// <summary>The same, to be read only.</summary>
    public static ReadOnlySpan<byte> Of<T>(ReadOnlySpan<T> items)
        where T : unmanaged => MemoryMarshal.AsBytes(items);

    /// <summary>Bytes of one.</summary>
    public static int One<T>()
        where T : unmanaged => Unsafe.SizeOf<T>();
}
