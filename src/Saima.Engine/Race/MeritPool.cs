using Saima.Engine.Kernels;

namespace Saima.Engine.Race;

/// <summary>Who stands next in the natural places, and how likely was that? A Plackett–Luce draw over the best rows.</summary>
/// <remarks>
/// Each row has a key, score ÷ τ + Gumbel noise; the largest key of those that may still stand is a draw with probability
/// exp(score ÷ τ) over the sum of the same over all of them. A row leaves for good when it is taken or its supplier is full, so the
/// draw stays exact (the noise of those that are left is fresh given what was drawn: exponential races have no memory).
/// Of some hundred rows some dozen are taken: looking for the largest key each time costs a fifth of sorting them.
/// </remarks>
public sealed class MeritPool
{
    // Weights are relative to the best row that is left; after so much of the sum has gone they are taken anew, for precision.
    private const double Stale = 1e-2;

    // A weight of 1 as a whole number. Whole numbers add up to the same sum in any order, so that no probability depends on the order
    // of rows; 1,000 rows of weight 1 stay within 63 bits.
    private const double One = 1L << 52;

    private int[] _matches = new int[256];
    private int[] _sellers = new int[256];
    private double[] _scores = new double[256]; // −∞ once the row is gone
    private double[] _weights = new double[256];
    private double[] _keys = new double[256]; // −∞ once the row is gone
    private int _count;
    private double _temperature;
    private long _sum;
    private long _sumWhenFresh;

    /// <summary>Begins a page.</summary>
    /// <param name="temperature">τ; 0 = in the order in which rows are added.</param>
    public void Start(double temperature) => (_count, _temperature) = (0, temperature);

    /// <summary>Adds a row; at temperature 0 rows come from the best score down, else in any order.</summary>
    /// <param name="match">Index into the matches.</param>
    /// <param name="sellerSlot">Its supplier.</param>
    /// <param name="score">Its log score.</param>
    /// <param name="noise">Standard Gumbel noise of its own.</param>
    public void Add(int match, int sellerSlot, double score, double noise)
    {
        if (_count == _matches.Length)
            Grow();
        (_matches[_count], _sellers[_count], _scores[_count]) = (match, sellerSlot, score);
        _keys[_count] = _temperature > 0 ? score / _temperature + noise : -_count;
        _count++;
    }

    /// <summary>Ends adding.</summary>
    public void Seal()
    {
        if (_temperature == 0 || _count == 0)
            return;
        _scores.AsSpan(_count, NoiseOf.Padded(_count) - _count).Fill(double.NegativeInfinity);
        Weigh();
    }

    /// <summary>Takes the next row.</summary>
    /// <returns>Its match and the probability with which it came next; false if nobody is left.</returns>
    public bool TryTake(out int match, out int sellerSlot, out double propensity)
    {
        var row = IndexOfLargest.Of(_keys.AsSpan(0, _count));
        if (row < 0)
        {
            (match, sellerSlot, propensity) = (-1, -1, 0);
            return false;
        }

        if (_temperature > 0 && _sum < Stale * _sumWhenFresh)
            Weigh();
        propensity = _temperature > 0 ? Math.Min(1, _weights[row] / _sum * One) : 1;
        (match, sellerSlot) = (_matches[row], _sellers[row]);
        Leave(row);
        return true;
    }

    /// <summary>The supplier is full: none of its rows takes part any more.</summary>
    public void RemoveSupplier(int sellerSlot) => RemoveAll(_sellers, sellerSlot);

    /// <summary>The row was given another place.</summary>
    public void RemoveMatch(int match) => RemoveAll(_matches, match);

    private void RemoveAll(int[] column, int value)
    {
        for (var row = 0; row < _count; row++)
        {
            var step = column.AsSpan(row, _count - row).IndexOf(value);
            if (step < 0)
                return;
            row += step;
            Leave(row);
        }
    }

    private void Leave(int row)
    {
        if (!double.IsNegativeInfinity(_scores[row]))
            _sum -= Whole(_weights[row]);
        (_scores[row], _keys[row]) = (double.NegativeInfinity, double.NegativeInfinity);
    }

    private void Weigh()
    {
        var padded = NoiseOf.Padded(_count);
        ExpOf.Write(_scores.AsSpan(0, padded), _temperature, _weights.AsSpan(0, padded));
        _sum = 0;
        for (var row = 0; row < _count; row++)
            _sum += Whole(_weights[row]);
        _sumWhenFresh = _sum;
    }

    private static long Whole(double weight) => (long)(weight * One);

    private void Grow()
    {
        var size = _count * 2;
        Array.Resize(ref _matches, size);
        Array.Resize(ref _sellers, size);
        Array.Resize(ref _scores, size);
        Array.Resize(ref _weights, size);
        Array.Resize(ref _keys, size);
    }
}
