using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>All have been scored; who stands where? The lane plan, then the natural places, then the newcomers'.</summary>
public sealed class PageDraw
{
    private readonly RankedRows _ranked = new();
    private readonly MeritPool _pool = new();
    private readonly NewcomersLane _newcomers = new();
    private readonly SupplierCounts _suppliers = new();
    private readonly HashSet<int> _served = [];
    private readonly HashSet<int> _placed = [];
    private readonly List<DrawnSlot> _merit = [];
    private readonly List<DrawnSlot> _page = [];
    private readonly DrawnSlot[] _lane = new DrawnSlot[MostSlots];
    private readonly bool[] _planned = new bool[MostSlots];
    private Epoch _epoch = null!;
    private Matches _matches = null!;
    private Scores _scores = null!;
    private int _rest;
    private bool _capHolds;

    /// <summary>Most slots that a page may have.</summary>
    public const int MostSlots = 200;

    /// <summary>The page, from its first slot down.</summary>
    public List<DrawnSlot> Slots => _page;

    /// <summary>The matches by score, without those that earlier pages served.</summary>
    public RankedRows Ranked => _ranked;

    /// <summary>Draws the page of a request.</summary>
    public void Draw(Epoch epoch, AllocationRequest request, Matches matches, Scores scores)
    {
        (_epoch, _matches, _scores) = (epoch, matches, scores);
        var chain = Draws.KeyOf(epoch.Policy.Seed, request.VisitHash, request.Intent);
        Begin(request, chain);
        var size = Math.Min(Math.Min(request.PageSize, MostSlots), _ranked.Count);
        var laneSlots = PlanLane(chain, request.ServedProductSlots.Count, size);
        TakeMerit(size - laneSlots);
        DrawNewcomers(chain, request.PageNumber, laneSlots);
        TakeMerit(size - laneSlots + CountReturned(laneSlots));
        Assemble(size, laneSlots);
    }

    private void Begin(AllocationRequest request, ulong chain)
    {
        _served.Clear();
        for (var i = 0; i < request.ServedProductSlots.Count; i++)
            _served.Add(request.ServedProductSlots[i]);
        _suppliers.Clear();
        _placed.Clear();
        _merit.Clear();
        _page.Clear();
        (_rest, _capHolds) = (0, true);
        _ranked.Start(_epoch, _matches, _scores, _served);
        FillPool(Draws.KeyOf(chain, Draws.Purpose.Merit, request.PageNumber));
    }

    // At most twice as many rows of a supplier as may stand: near-equals of one supplier take turns too, and a large supplier does
    // not crowd the others out of the draw.
    private void FillPool(ulong key)
    {
        var rule = _epoch.Policy.Merit;
        var most = _epoch.Policy.Diversity.PerSupplierPerPage * 2;
        _pool.Start(rule.Temperature);
        var taken = 0;
        for (var rank = 0; rank < _ranked.Count && taken < rule.Pool; rank++)
        {
            var match = _ranked.At(rank);
            var (row, seller) = (_matches.Rows[match], SellerOf(match));
            if (most > 0 && _suppliers.Add(seller) > most)
                continue;
            var noise = rule.Temperature > 0 ? Draws.Gumbel(key, _epoch.ProductSlotAt(row)) : 0;
            _pool.Add(match, seller, _scores.Values[match], noise);
            taken++;
        }

        _suppliers.Clear();
        _pool.Seal();
    }

    private int PlanLane(ulong chain, int slotsBefore, int size)
    {
        var share = _epoch.Policy.Newcomers.AttentionShare;
        var start = Draws.Uniform(Draws.KeyOf(chain, Draws.Purpose.LanePlan, 0), 0);
        var planned = 0;
        for (var i = 0; i < size; i++)
        {
            _planned[i] = LanePlan.Holds(slotsBefore + i + 1, share, start);
            planned += _planned[i] ? 1 : 0;
        }

        return planned;
    }

    private void TakeMerit(int upTo)
    {
        while (_merit.Count < upTo && TakeOne() is { } slot)
        {
            _merit.Add(slot);
            _placed.Add(slot.Match);
            Count(slot.Match);
        }
    }

    private DrawnSlot? TakeOne()
    {
        if (_pool.TryTake(out var match, out _, out var propensity))
            return new DrawnSlot(match, Lane.Merit, propensity);

        // The pool is empty: the rest follows by score. When only products of full suppliers are left, they follow too: a limit that
        // hides what matches from a buyer who asks on would serve nobody.
        while (true)
        {
            for (; _rest < _ranked.Count; _rest++)
            {
                match = _ranked.At(_rest);
                if (!_placed.Contains(match) && !(_capHolds && IsFull(match)))
                    return new DrawnSlot(match, Lane.Merit, 1);
            }

            if (!_capHolds)
                return null;
            (_capHolds, _rest) = (false, 0);
        }
    }

    private bool IsFull(int match)
    {
        var most = _epoch.Policy.Diversity.PerSupplierPerPage;
        return most > 0 && _suppliers.Of(SellerOf(match)) >= most;
    }

    private void Count(int match)
    {
        var seller = SellerOf(match);
        if (_suppliers.Add(seller) == _epoch.Policy.Diversity.PerSupplierPerPage)
            _pool.RemoveSupplier(seller);
    }

    private int SellerOf(int match) => _epoch.SellerSlotAt(_matches.Rows[match]);

    private void DrawNewcomers(ulong chain, int page, int laneSlots)
    {
        if (laneSlots == 0)
            return;
        _newcomers.Clear();
        for (var rank = 0; rank < _ranked.Count; rank++)
            Nominate(_ranked.Unordered(rank));
        var keys = (Draws.KeyOf(chain, Draws.Purpose.Stratum, page), Draws.KeyOf(chain, Draws.Purpose.NewcomerSupplier, page),
            Draws.KeyOf(chain, Draws.Purpose.NewcomerProduct, page));
        _newcomers.Draw(_lane.AsSpan(0, laneSlots), keys, _epoch.Policy.Newcomers);
        for (var i = 0; i < laneSlots; i++)
        {
            if (_lane[i].Match < 0)
                continue;
            _placed.Add(_lane[i].Match);
            _pool.RemoveMatch(_lane[i].Match);
            Count(_lane[i].Match);
        }
    }

    private void Nominate(int match)
    {
        var row = _matches.Rows[match];
        if (_epoch.Rows[row].Newcomer == 0 || _placed.Contains(match) || IsFull(match))
            return;
        var deviation = ScoreDeviation.Of(_epoch, row, Scores.BucketOf(_matches.Shares[match]));
        _newcomers.Add(match, (_epoch.ProductSlotAt(row), SellerOf(match)), _scores.Values[match] + _epoch.Policy.Newcomers.Optimism * deviation);
    }

    private int CountReturned(int laneSlots)
    {
        var returned = 0;
        for (var i = 0; i < laneSlots; i++)
            returned += _lane[i].Match < 0 ? 1 : 0;
        return returned;
    }

    private void Assemble(int size, int laneSlots)
    {
        var (lane, merit) = (0, 0);
        for (var i = 0; i < size; i++)
        {
            var drawn = _planned[i] && lane < laneSlots ? _lane[lane++] : new DrawnSlot(-1, Lane.Merit, 0);
            if (drawn.Match >= 0)
                _page.Add(drawn);
            else if (merit < _merit.Count)
                _page.Add(_merit[merit++]);
        }
    }
}
