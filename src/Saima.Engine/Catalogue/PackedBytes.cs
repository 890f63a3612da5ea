using System.Buffers.Binary;
using System.Text;

namespace Saima.Engine.Catalogue;

/// <summary>Where listings are packed, one after another, in chunks; a listing lies in one chunk whole.</summary>
internal sealed class PackedBytes
{
    private const int FirstChunk = 1 << 12;
    private const int LargestChunk = 1 << 20;

    private readonly List<byte[]> _chunks = [];
    private byte[] _chunk = [];
    private int _start;
    private int _end;

    /// <summary>The chunks filled so far; asked for at the end, when nothing more is packed.</summary>
    public byte[][] Chunks()
    {
        if (_chunk.Length == 0)
            return [];
        Array.Resize(ref _chunk, _end);
        return [.. _chunks, _chunk];
    }

    /// <summary>Begins a listing; what was written before stays where it is.</summary>
    public void Begin()
    {
        _start = _end;
        Take(sizeof(int));
    }

    /// <summary>Ends the listing that was begun, and writes its whole length before it.</summary>
    /// <returns>Where it lies.</returns>
    public ListingAt End()
    {
        BinaryPrimitives.WriteInt32LittleEndian(_chunk.AsSpan(_start), _end - _start);
        return new ListingAt(_chunks.Count, _start);
    }

    /// <summary>A number ≥ 0, seven bits a byte from the lowest on: most lengths and counts take one byte.</summary>
    public void Number(int value)
    {
        var left = (uint)value;
        for (; left >= 0x80; left >>= 7)
            Take(1)[0] = (byte)(left | 0x80);
        Take(1)[0] = (byte)left;
    }

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    /// <summary>A text with its length before it.</summary>
    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, Take(length));
    }

    /// <summary>A listing that was packed elsewhere, whole.</summary>
    /// <returns>Where it lies now.</returns>
    public ListingAt Copy(ReadOnlySpan<byte> packed)
    {
        _start = _end;
        packed.CopyTo(Take(packed.Length));
        return new ListingAt(_chunks.Count, _start);
    }

    private Span<byte> Take(int count)
    {
        if (_chunk.Length - _end < count)
            NextChunk(count);
        _end += count;
        return _chunk.AsSpan(_end - count, count);
    }

    // The listing that was begun moves over to the new chunk with what it has.
    private void NextChunk(int count)
    {
        var begun = _end - _start;
        var size = Math.Max(Math.Min(Math.Max(FirstChunk, _chunk.Length * 2), LargestChunk), begun + count);
        var next = new byte[size];
        _chunk.AsSpan(_start, begun).CopyTo(next);
        if (_start > 0)
        {
            Array.Resize(ref _chunk, _start);
            _chunks.Add(_chunk);
        }

        (_chunk, _start, _end) = (next, 0, begun);
    }
}
