using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Saima.Market.Catalogue;

/// <summary>Is this document the one that is stored already? The first 64 bits of SHA-256 over its canonical JSON.</summary>
/// <remarks>SHA-256 and not a fast hash: a supplier who could make two documents collide could show one and keep another.</remarks>
internal static class ContentHash
{
    public static long Of<T>(T document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(document, JsonColumn.Options), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
