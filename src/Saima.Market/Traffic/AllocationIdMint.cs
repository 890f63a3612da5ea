using System.Security.Cryptography;

namespace Saima.Market.Traffic;

/// <summary>What is the next decision's name? Ids of one mint never repeat and never go back in time, even if the clock does.</summary>
public sealed class AllocationIdMint
{
    private const long MillisLimit = 1L << 48;
    private const int CounterLimit = 1 << AllocationId.CounterBits;

    private readonly Lock _gate = new();
    private readonly byte[] _key;
    private readonly TimeProvider _time;
    private readonly int _first; // where the count begins in every millisecond
    private long _millis;
    private int _counter;

    /// <summary>A mint under the market's key.</summary>
    /// <param name="key">The market's MAC key, kept secret; 32 bytes.</param>
    public AllocationIdMint(byte[] key, TimeProvider time)
        : this(key, time, RandomNumberGenerator.GetInt32(CounterLimit / 2))
    {
        // Drawn, because the mint before a restart is forgotten: if the clock was set back meanwhile, the same milliseconds come again.
    }

    internal AllocationIdMint(byte[] key, TimeProvider time, int first) => (_key, _time, _first, _counter) = (key, time, first, first);

    /// <summary>An id of this moment.</summary>
    public AllocationId Next() => Next(_time.GetUtcNow().ToUnixTimeMilliseconds() * 1000);

    /// <summary>An id of <paramref name="atMicros"/>: give the clock reading that the entry carries, then both name the same segment.</summary>
    public AllocationId Next(long atMicros)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atMicros);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(atMicros / 1000, MillisLimit);
        lock (_gate)
        {
            _counter++;
            if (atMicros / 1000 > _millis) (_millis, _counter) = (atMicros / 1000, _first);
            else if (_counter == CounterLimit) (_millis, _counter) = (_millis + 1, _first);
            return AllocationId.Make(_key, _millis, _counter);
        }
    }
}
