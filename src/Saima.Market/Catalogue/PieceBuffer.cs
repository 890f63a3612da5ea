namespace Saima.Market.Catalogue;

/// <summary>Gathers one document's bytes over several reads, up to a limit.</summary>
internal sealed class PieceBuffer(int maxBytes)
{
    private byte[] _bytes = new byte[4 * 1024];
    private int _length;
    private bool _isTaken;

    public bool IsTooLong { get; private set; }

    public bool IsBlank => _isTaken || (!IsTooLong && _bytes.AsSpan(0, _length).IndexOfAnyExcept(" \t\r\n"u8) < 0);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_isTaken)
            Clear();

        var room = maxBytes - _length;
        if (bytes.Length > room)
        {
            IsTooLong = true;
            bytes = bytes[..room];
        }

        if (_length + bytes.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Min(maxBytes, Math.Max(_bytes.Length * 2, _length + bytes.Length)));

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>The gathered bytes; they hold until the next are added.</summary>
    public ReadOnlyMemory<byte> TakeBytes()
    {
        var taken = _isTaken ? ReadOnlyMemory<byte>.Empty : _bytes.AsMemory(0, _length);
        _isTaken = true;
        return taken;
    }

    public void Clear()
    {
        _length = 0;
        _isTaken = false;
        IsTooLong = false;
    }
}
