namespace Saima.Bench.Market;

/// <summary>A clock on which hours pass while seconds are measured: each look at it is a quarter of a second after the one before.</summary>
public sealed class HastyClock : TimeProvider
{
    private const long Step = TimeSpan.TicksPerSecond / 4;

    private readonly DateTimeOffset _start = System.GetUtcNow();
    private long _looks;

    public override DateTimeOffset GetUtcNow() => _start.AddTicks(Interlocked.Increment(ref _looks) * Step);
}
