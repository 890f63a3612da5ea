namespace Saima.Engine.Race;

/// <summary>Who stands next in the natural places, and how likely was that? A Plackett–Luce draw over the best rows.</summary>
/// <remarks>
/// Each row has a key, score ÷ τ + Gumbel noise; the largest key of those that may still stand is a draw with probability
/// exp(score ÷ τ) over the sum of the same over all of them. A row leaves for good when it is taken or its supplier is full, so the
/// draw stays exact (the noise of those that are left is fresh given what was drawn: exponential races have no memory).
/// </remarks>
public sealed class MeritPool
{
    // Weights are relative to the best row that is left; after so much of the sum has gone they are taken anew, for precision.
    private const double Stale = 1e-3;

    // Beyond this distance in units of τ a weight is 0 in double precision beside the best one.
    private const double Negligible = -45;

    private readonly Comparison<int> _byKey;
    private Row[] _rows = new Row[256];
    private int[] _order = new int[256];
    private int _count;
    private int _next;
    private double _temperature;
    private double _sum;
    private double _sumWhenFresh;

    public MeritPool() => _byKey = (x, y) => _rows[x].Key != _rows[y].Key ? _rows[y].Key.CompareTo(_rows[x].Key) : x.CompareTo(y);

    /// <summary>Begins a page.</summary>
    /// <param name="temperature">τ; 0 = in the order in which rows are added.</param>
    public void Start(double temperature)
    {
        (_count, _next, _temperature) = (0, 0, temperature);
    }

    /// <summary>Adds a row; rows come from the best score down.</summary>
    /// <param name="match">Index into the matches.</param>
    /// <param name="sellerSlot">Its supplier.</param>
    /// <param name="score">Its log score.</param>
    /// <param name="noise">Standard Gumbel noise of its own.</param>
    public void Add(int match, int sellerSlot, double score, double noise)
    {
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, _count * 2);
            Array.Resize(ref _order, _count * 2);
        }

        var key = _temperature > 0 ? score / _temperature + noise : -_count;
        _rows[_count] = new Row(match, sellerSlot, score, key);
        _order[_count] = _count;
        _count++;
    }

    /// <summary>Ends adding.</summary>
    public void Seal()
    {
        _order.AsSpan(0, _count).Sort(_byKey);
        Weigh();
    }

    /// <summary>Takes the next row.</summary>
    /// <returns>Its match and the probability with which it came next; false if nobody is left.</returns>
    public bool TryTake(out int match, out int sellerSlot, out double propensity)
    {
        while (_next < _count && _rows[_order[_next]].Gone)
            _next++;
        if (_next == _count)
        {
            (match, sellerSlot, propensity) = (-1, -1, 0);
            return false;
        }

        ref var row = ref _rows[_order[_next]];
        if (_temperature > 0 && _sum < Stale * _sumWhenFresh)
            Weigh();
        propensity = _temperature > 0 ? Math.Min(1, row.Weight / _sum) : 1;
        (match, sellerSlot) = (row.Match, row.SellerSlot);
        Leave(ref row);
        return true;
    }

    /// <summary>The supplier is full: none of its rows takes part any more.</summary>
    public void RemoveSupplier(int sellerSlot)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_rows[i].SellerSlot == sellerSlot && !_rows[i].Gone)
                Leave(ref _rows[i]);
        }
    }

    /// <summary>The row was given another place.</summary>
    public void RemoveMatch(int match)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_rows[i].Match == match && !_rows[i].Gone)
                Leave(ref _rows[i]);
        }
    }

    private void Leave(ref Row row)
    {
        row.Gone = true;
        _sum -= row.Weight;
    }

    private void Weigh()
    {
        if (_temperature == 0)
            return;
        var best = double.NegativeInfinity;
        for (var i = 0; i < _count; i++)
            best = _rows[i].Gone ? best : Math.Max(best, _rows[i].Score);
        _sum = 0;
        for (var i = 0; i < _count; i++)
        {
            var distance = (_rows[i].Score - best) / _temperature;
            _rows[i].Weight = _rows[i].Gone || distance < Negligible ? 0 : Math.Exp(distance);
            _sum += _rows[i].Weight;
        }

        _sumWhenFresh = _sum;
    }

    private struct Row(int match, int sellerSlot, double score, double key)
    {
        public readonly int Match = match;
        public readonly int SellerSlot = sellerSlot;
        public readonly double Score = score;
        public readonly double Key = key;
        public double Weight;
        public bool Gone;
    }
}
