using System.Collections.Concurrent;
using System.Security.Cryptography;
using Saima.Engine.Kernels;

namespace Saima.Engine.Catalogue;

/// <summary>Which arrays were written here, and did all of it come through? The other end of <see cref="BlockWriter"/>.</summary>
/// <remarks>
/// What is read is no more than bytes until <see cref="End"/> has compared the hash: nobody may look up anything by it before. Another
/// thread hashes meanwhile, which on two cores is free.
/// </remarks>
internal sealed class BlockReader : IDisposable
{
    private const int SlicesAhead = 64;

    private readonly Stream _from;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly BlockingCollection<Action> _toHash = new(SlicesAhead);
    private readonly Task _hashing;
    private long _left;

    /// <summary>Reads a stream whose length is known, from where it stands.</summary>
    public BlockReader(Stream from)
    {
        _from = from;
        _left = from.Length - from.Position - SHA256.HashSizeInBytes;
        _hashing = Task.Run(Hash);
    }

    /// <summary>The next array.</summary>
    /// <exception cref="InvalidDataException">It cannot be as long as it says.</exception>
    public T[] Read<T>()
        where T : unmanaged
    {
        var length = Count();
        if (length > _left / BytesOf.One<T>())
            throw Damaged();
        return Fill(GC.AllocateUninitializedArray<T>(length));
    }

    /// <summary>The next number of something: never more than the file has bytes.</summary>
    /// <exception cref="InvalidDataException">There cannot be so many.</exception>
    public int Count()
    {
        var count = Fill(new long[1])[0];
        return count >= 0 && count <= Math.Min(_left, Array.MaxLength) ? (int)count : throw Damaged();
    }

    /// <summary>Everything was read: throws unless the hash is right and nothing follows it.</summary>
    /// <exception cref="InvalidDataException">A byte is not as it was written.</exception>
    public void End()
    {
        _toHash.CompleteAdding();
        _hashing.Wait();
        var written = new byte[SHA256.HashSizeInBytes];
        _from.ReadExactly(written);
        if (_left != 0 || !written.AsSpan().SequenceEqual(_hash.GetHashAndReset()))
            throw Damaged();
    }

    public void Dispose()
    {
        _toHash.CompleteAdding();
        _hashing.Wait();
        _toHash.Dispose();
        _hash.Dispose();
    }

    private T[] Fill<T>(T[] items)
        where T : unmanaged
    {
        for (var at = 0; at < items.Length; at += BlockWriter.Slice)
        {
            var (start, length) = (at, Math.Min(BlockWriter.Slice, items.Length - at));
            var bytes = BytesOf.Of(items.AsSpan(start, length));
            _left -= bytes.Length;
            if (_left < 0)
                throw Damaged();
            _from.ReadExactly(bytes);
            _toHash.Add(() => _hash.AppendData(BytesOf.Of(items.AsSpan(start, length))));
        }

        return items;
    }

    private void Hash()
    {
        foreach (var slice in _toHash.GetConsumingEnumerable())
            slice();
    }

    private static InvalidDataException Damaged() => new("it was cut or changed");
}
