namespace Saima.Market.Tests.Catalogue;

/// <summary>Hands out a few bytes at a time, as a slow network does.</summary>
internal sealed class DrippingStream(byte[] bytes, int step) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
}

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

/// <summary>A body whose sender goes away after the first bytes.</summary>
internal sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        return count > 0 ? count : throw new IOException("the sender went away");
    }
}
