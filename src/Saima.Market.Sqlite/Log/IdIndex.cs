using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Saima.Market.Sqlite.Log;

/// <summary>Which records of a young segment may carry this id? Sequences by 64-bit hash; the record itself has the last word.</summary>
/// <remarks>Written by the log's writer, read by anyone. A second id of the same hash costs a list, not correctness.</remarks>
internal sealed class IdIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, long> _first = [];
    private readonly Dictionary<ulong, List<long>> _further = [];

    public static ulong Hash(string id)
    {
        // SHA-256 rather than a quick hash: callers choose their ids, and nobody shall choose many of one hash.
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> utf8 = stackalloc byte[256];
        var bytes = Encoding.UTF8.TryGetBytes(id, utf8, out var length) ? utf8[..length] : Encoding.UTF8.GetBytes(id);
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    public void Add(ulong hash, long sequence)
    {
        lock (_gate)
        {
            if (_first.TryAdd(hash, sequence)) return;
            if (!_further.TryGetValue(hash, out var list)) _further.Add(hash, list = []);
            list.Add(sequence);
        }
    }

    /// <summary>Sequences under this hash, the youngest first.</summary>
    public long[] Find(ulong hash)
    {
        lock (_gate)
        {
            if (!_first.TryGetValue(hash, out var first)) return [];
            if (!_further.TryGetValue(hash, out var list)) return [first];
            long[] all = [first, .. list];
            Array.Reverse(all);
            return all;
        }
    }
}
