namespace Saima.Demo;

/// <summary>A stream of chance of its own for everything that is drawn: what comes next?</summary>
/// <remarks>SplitMix64. The stream is fixed by seed and name, so a draw added in one place moves nothing in another.</remarks>
public sealed class DrawStream
{
    private ulong _state;

    public DrawStream(ulong seed, string name)
    {
        var hash = 14695981039346656037ul;
        foreach (var letter in name)
            hash = unchecked((hash ^ letter) * 1099511628211ul);
        _state = unchecked(seed * 0x9E3779B97F4A7C15ul) ^ hash;
    }

    /// <summary>The stream of one among many things of a name.</summary>
    public DrawStream(ulong seed, string name, long number)
        : this(seed, name) => _state ^= unchecked((ulong)number * 0xD1342543DE82EF95ul);

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1ul << 53));

    /// <summary>Uniform in 0 … <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Unit() * count);

    /// <summary>Uniform in <paramref name="from"/> … <paramref name="to"/>, both included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>Standard normal: twelve uniforms less six, no transcendental function whose last digit depends on the machine.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var draw = 0; draw < 12; draw++)
            sum += Unit();
        return sum;
    }

    /// <summary>A copy in random order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var order = items.ToArray();
        for (var last = order.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    private ulong Next()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15ul;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ul;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBul;
            return mixed ^ (mixed >> 31);
        }
    }
}
