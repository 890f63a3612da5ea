using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Saima.Market.Traffic;

/// <summary>Under which number do records know a visit or a buyer? A keyed hash: the same person, without the person's name.</summary>
/// <param name="key">The market's hash key, kept secret; 32 bytes.</param>
public sealed class VisitorHashes(byte[] key)
{
    /// <summary>The number of a visit; never 0.</summary>
    public long OfVisit(string visitId) => Of("visit\n" + visitId);

    /// <summary>The number of a buyer; never 0, never that of a visit with the same id.</summary>
    public long OfBuyer(string buyerId) => Of("buyer\n" + buyerId);

    private long Of(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
        var number = BinaryPrimitives.ReadInt64LittleEndian(hash);
        return number == 0 ? 1 : number;
    }
}
