using System.Security.Cryptography;
using Saima.Engine.Kernels;

namespace Saima.Engine.Catalogue;

/// <summary>How are arrays written one after another, so that a reader knows whether all came through?</summary>
/// <remarks>Before each array its number of elements, 8 bytes; at the end the SHA-256 of everything.</remarks>
internal sealed class BlockWriter(Stream to) : IDisposable
{
    /// <summary>Elements that are written, read and hashed in one go: 4 MiB of the usual four-byte ones.</summary>
    public const int Slice = 1 << 20;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>An array of numbers.</summary>
    public void Write<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Count(items.Length);
        for (var at = 0; at < items.Length; at += Slice)
            Put(items.Slice(at, Math.Min(Slice, items.Length - at)));
    }

    /// <summary>A number of something, below 2³¹.</summary>
    public void Count(int count) => Put<long>([count]);

    /// <summary>Ends the file.</summary>
    public void End() => to.Write(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Put<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        var bytes = BytesOf.Of(items);
        _hash.AppendData(bytes);
        to.Write(bytes);
    }
}
