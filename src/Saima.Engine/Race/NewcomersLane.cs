using Saima.Engine.Policies;

namespace Saima.Engine.Race;

/// <summary>Which newcomers get the lane's slots of this page?</summary>
/// <remarks>
/// Suppliers fall into as many strata as the page has lane slots, by hash; each slot draws from its own stratum, first a supplier,
/// then one of its products, each with probability ∝ exp(utility ÷ temperature). Strata are disjoint, so no draw touches another
/// and the logged probability is both the marginal and the conditional one.
/// </remarks>
public sealed class NewcomersLane
{
    private readonly Comparison<int> _bySupplier;
    private Candidate[] _candidates = new Candidate[64];
    private int[] _order = new int[64];
    private int _count;

    public NewcomersLane() => _bySupplier = (x, y) => _candidates[x].SellerSlot != _candidates[y].SellerSlot
        ? _candidates[x].SellerSlot.CompareTo(_candidates[y].SellerSlot)
        : _candidates[x].ProductSlot.CompareTo(_candidates[y].ProductSlot);

    /// <summary>How many products may be drawn.</summary>
    public int Count => _count;

    /// <summary>Begins a page.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a product that may be drawn.</summary>
    /// <param name="match">Index into the matches.</param>
    /// <param name="slots">Its product slot and its supplier's.</param>
    /// <param name="utility">Log score + κ × its standard deviation.</param>
    public void Add(int match, (int Product, int Seller) slots, double utility)
    {
        if (_count == _candidates.Length)
        {
            Array.Resize(ref _candidates, _count * 2);
            Array.Resize(ref _order, _count * 2);
        }

        _candidates[_count] = new Candidate(match, slots.Product, slots.Seller, utility);
        _order[_count] = _count;
        _count++;
    }

    /// <summary>Draws one product for each stratum that has any.</summary>
    /// <param name="drawn">One a stratum; its length is their number. A place with match −1 found nobody.</param>
    /// <param name="keys">Keys of the draws of strata, suppliers and products on this page.</param>
    /// <param name="rule">The lane's rule.</param>
    public void Draw(Span<DrawnSlot> drawn, (ulong Stratum, ulong Supplier, ulong Product) keys, NewcomersRule rule)
    {
        _order.AsSpan(0, _count).Sort(_bySupplier);
        for (var stratum = 0; stratum < drawn.Length; stratum++)
            drawn[stratum] = DrawFrom(stratum, drawn.Length, keys, rule.Temperature);
    }

    private DrawnSlot DrawFrom(int stratum, int strata, (ulong Stratum, ulong Supplier, ulong Product) keys, double temperature)
    {
        var suppliers = new Contest();
        var winner = (Start: -1, End: -1);
        for (var start = 0; start < _count;)
        {
            var seller = _candidates[_order[start]].SellerSlot;
            var (end, utility) = EndOfSupplier(start);
            if ((int)(Draws.Uniform(keys.Stratum, seller) * strata) == stratum
                && suppliers.Enter(utility / temperature, Draws.Gumbel(keys.Supplier, seller)))
                winner = (start, end);
            start = end;
        }

        if (winner.Start < 0)
            return new DrawnSlot(-1, Records.Lane.Newcomer, 0);
        var products = new Contest();
        var match = -1;
        for (var i = winner.Start; i < winner.End; i++)
        {
            ref readonly var candidate = ref _candidates[_order[i]];
            if (products.Enter(candidate.Utility / temperature, Draws.Gumbel(keys.Product, candidate.ProductSlot)))
                match = candidate.Match;
        }

        return new DrawnSlot(match, Records.Lane.Newcomer, suppliers.ProbabilityOfWinner * products.ProbabilityOfWinner);
    }

    // A supplier's utility is that of its best product.
    private (int End, double Utility) EndOfSupplier(int start)
    {
        var (end, best) = (start, double.NegativeInfinity);
        var seller = _candidates[_order[start]].SellerSlot;
        while (end < _count && _candidates[_order[end]].SellerSlot == seller)
            best = Math.Max(best, _candidates[_order[end++]].Utility);
        return (end, best);
    }

    private readonly record struct Candidate(int Match, int ProductSlot, int SellerSlot, double Utility);

    /// <summary>One draw by Gumbel noise, with the probability of its winner; entrants come one by one.</summary>
    private struct Contest
    {
        private bool _any;
        private double _bestKey;
        private double _winner;
        private double _highest;
        private double _sum;

        /// <summary>P of the winner: its weight over the sum of all weights.</summary>
        public readonly double ProbabilityOfWinner => Math.Exp(_winner - _highest) / _sum;

        /// <summary>True if the entrant leads now.</summary>
        public bool Enter(double logWeight, double noise)
        {
            if (!_any || logWeight > _highest)
            {
                _sum = _any ? _sum * Math.Exp(_highest - logWeight) : 0;
                _highest = logWeight;
            }

            _sum += Math.Exp(logWeight - _highest);
            var leads = !_any || logWeight + noise > _bestKey;
            if (leads)
                (_bestKey, _winner) = (logWeight + noise, logWeight);
            _any = true;
            return leads;
        }
    }
}
