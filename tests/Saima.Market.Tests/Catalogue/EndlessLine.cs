namespace Saima.Market.Tests.Catalogue;

/// <summary>One line of so many bytes that never ends.</summary>
internal sealed class EndlessLine(long length) : MemoryStream
{
    private long _left = length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(_left, buffer.Length);
        buffer.Span[..count].Fill((byte)'x');
        _left -= count;
        return ValueTask.FromResult(count);
    }
}
