using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>Which newcomers get the lane's slots of this page?</summary>
/// <remarks>
/// Suppliers fall into as many strata as the page has lane slots, by hash; each slot draws from its own stratum, first a supplier,
/// then one of its products, each with probability ∝ exp(utility ÷ temperature). Strata are disjoint, so no draw touches another
/// and the logged probability is both the marginal and the conditional one. In a young market every match is a newcomer: a candidate
/// costs one look at its supplier, a supplier its two draws, and nothing is sorted.
/// </remarks>
public sealed class NewcomersLane
{
    private readonly StrataDraw _draw = new();

    // By supplier slot: its place in the columns below. It may be an old one; a supplier is known if it stands at that place.
    private int[] _placeOf = [];
    private int[] _sellers = new int[64];
    private float[] _best = new float[64]; // a supplier's utility is that of its best product
    private int[] _last = new int[64]; // its last candidate
    private int _suppliers;

    private Candidate[] _candidates = new Candidate[64];
    private int[] _matchOf = new int[64]; // of the products that are drawn from

    /// <summary>How many products may be drawn.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a page.</summary>
    public void Clear() => (_suppliers, Count) = (0, 0);

    /// <summary>Adds a product that may be drawn.</summary>
    /// <param name="match">Index into the matches.</param>
    /// <param name="seller">Its supplier's slot.</param>
    /// <param name="utility">Log score + κ × its standard deviation.</param>
    public void Add(int match, int seller, float utility)
    {
        var place = PlaceOf(seller);
        if (Count == _candidates.Length)
            Array.Resize(ref _candidates, Count * 2);
        _candidates[Count] = new Candidate(match, _last[place], utility);
        (_best[place], _last[place]) = (Math.Max(_best[place], utility), Count++);
    }

    /// <summary>Draws one product for each stratum that has any.</summary>
    /// <param name="drawn">One a stratum; its length is their number. A place with match −1 found nobody.</param>
    /// <param name="keys">Keys of the draws of strata, suppliers and products on this page.</param>
    /// <param name="epoch">The rule, and where product slots are looked up.</param>
    /// <param name="matches">What the candidates are of.</param>
    public void Draw(Span<DrawnSlot> drawn, (ulong Stratum, ulong Supplier, ulong Product) keys, Epoch epoch, Matches matches)
    {
        var temperature = epoch.Policy.Newcomers.Temperature;
        _draw.Start(drawn.Length);
        for (var place = 0; place < _suppliers; place++)
            _draw.Add(_sellers[place], (int)(Draws.Uniform(keys.Stratum, _sellers[place]) * drawn.Length), _best[place] / temperature);
        _draw.Draw(keys.Supplier);
        for (var stratum = 0; stratum < drawn.Length; stratum++)
        {
            var (place, propensity) = _draw.WinnerOf(stratum);
            drawn[stratum] = new DrawnSlot(place, Lane.Newcomer, propensity);
        }

        DrawProducts(drawn, keys.Product, epoch, matches);
    }

    private void DrawProducts(Span<DrawnSlot> drawn, ulong key, Epoch epoch, Matches matches)
    {
        if (_matchOf.Length < Count)
            _matchOf = new int[_candidates.Length];
        _draw.Start(drawn.Length);
        for (var stratum = 0; stratum < drawn.Length; stratum++)
        {
            for (var at = drawn[stratum].Match < 0 ? -1 : _last[drawn[stratum].Match]; at >= 0; at = _candidates[at].Before)
            {
                var (match, utility) = (_candidates[at].Match, _candidates[at].Utility);
                _matchOf[_draw.Count] = match;
                _draw.Add(epoch.ProductSlotAt(matches.Rows[match]), stratum, utility / epoch.Policy.Newcomers.Temperature);
            }
        }

        _draw.Draw(key);
        for (var stratum = 0; stratum < drawn.Length; stratum++)
        {
            var (index, propensity) = _draw.WinnerOf(stratum);
            if (index >= 0)
                drawn[stratum] = drawn[stratum] with { Match = _matchOf[index], Propensity = drawn[stratum].Propensity * propensity };
        }
    }

    private int PlaceOf(int seller)
    {
        if (seller >= _placeOf.Length)
            Array.Resize(ref _placeOf, Math.Max(seller + 1, _placeOf.Length * 2));
        var place = _placeOf[seller];
        return place < _suppliers && _sellers[place] == seller ? place : AddSupplier(seller);
    }

    private int AddSupplier(int seller)
    {
        if (_suppliers == _sellers.Length)
        {
            Array.Resize(ref _sellers, _suppliers * 2);
            Array.Resize(ref _best, _suppliers * 2);
            Array.Resize(ref _last, _suppliers * 2);
        }

        (_sellers[_suppliers], _best[_suppliers], _last[_suppliers]) = (seller, float.NegativeInfinity, -1);
        _placeOf[seller] = _suppliers;
        return _suppliers++;
    }

    /// <summary>A product that may be drawn.</summary>
    /// <param name="Match">Index into the matches.</param>
    /// <param name="Before">The candidate of the same supplier that was added before, or −1.</param>
    /// <param name="Utility">Its utility.</param>
    private readonly record struct Candidate(int Match, int Before, float Utility);
}
