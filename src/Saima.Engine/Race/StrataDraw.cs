using Saima.Engine.Kernels;

namespace Saima.Engine.Race;

/// <summary>Of each stratum one; who, and how likely was that? Each with probability ∝ exp(its log weight) within its stratum.</summary>
/// <remarks>
/// An exponential race: the first of arrivals −ln(uniform) ÷ weight, the same draw as the largest of log weight + Gumbel noise with one
/// logarithm less. Weights are summed as whole numbers, so that no probability depends on the order of entrants.
/// </remarks>
internal sealed class StrataDraw
{
    // A weight of 1 as a whole number: of 2²³ entrants the sum stays within 63 bits.
    private const double One = 1L << 40;

    private int[] _numbers = new int[64];
    private int[] _strata = new int[64];
    private double[] _weights = new double[64];
    private double[] _arrivals = new double[64];
    private Stratum[] _winners = new Stratum[16];

    /// <summary>How many entered.</summary>
    public int Count { get; private set; }

    /// <summary>Begins with so many empty strata.</summary>
    public void Start(int strata)
    {
        if (_winners.Length < strata)
            _winners = new Stratum[strata];
        _winners.AsSpan(0, strata).Fill(new Stratum(double.NegativeInfinity));
        Count = 0;
    }

    /// <summary>Adds an entrant.</summary>
    /// <param name="number">Decides its chance; different for every entrant.</param>
    /// <param name="stratum">Where it runs.</param>
    /// <param name="logWeight">Finite.</param>
    public void Add(int number, int stratum, double logWeight)
    {
        if (Count == _numbers.Length)
            Grow();
        (_numbers[Count], _strata[Count], _weights[Count]) = (number, stratum, logWeight);
        Count++;
        ref var here = ref _winners[stratum];
        here.Highest = Math.Max(here.Highest, logWeight);
    }

    /// <summary>Draws all strata.</summary>
    public void Draw(ulong key)
    {
        for (var i = 0; i < Count; i++)
        {
            _weights[i] -= _winners[_strata[i]].Highest;
            _arrivals[i] = Draws.Uniform(key, _numbers[i]);
        }

        var padded = NoiseOf.Padded(Count);
        _weights.AsSpan(Count, padded - Count).Clear();
        _arrivals.AsSpan(Count, padded - Count).Fill(0.5);
        ExpOf.Write(_weights.AsSpan(0, padded));
        NoiseOf.Exponential(_arrivals.AsSpan(0, padded));
        for (var i = 0; i < Count; i++)
            Arrive(ref _winners[_strata[i]], i, _arrivals[i] / _weights[i]);
    }

    /// <summary>Who was drawn in a stratum.</summary>
    /// <returns>Its place in the order of adding and its probability; (−1, 0) if nobody entered.</returns>
    public (int Index, double Propensity) WinnerOf(int stratum)
    {
        ref readonly var here = ref _winners[stratum];
        return here.Index < 0 ? (-1, 0) : (here.Index, Math.Min(1, _weights[here.Index] * One / here.Sum));
    }

    private void Arrive(ref Stratum here, int index, double arrival)
    {
        here.Sum += (long)(_weights[index] * One);
        if (here.Index >= 0 && (arrival > here.First || (arrival == here.First && _numbers[index] > _numbers[here.Index])))
            return;
        (here.Index, here.First) = (index, arrival);
    }

    private void Grow()
    {
        var size = Count * 2;
        Array.Resize(ref _numbers, size);
        Array.Resize(ref _strata, size);
        Array.Resize(ref _weights, size);
        Array.Resize(ref _arrivals, size);
    }

    private struct Stratum(double highest)
    {
        public double Highest = highest;
        public double First;
        public long Sum;
        public int Index = -1;
    }
}
