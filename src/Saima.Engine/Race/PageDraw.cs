using Saima.Engine.Kernels;
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
    private readonly PoolRows _poolRows = new();
    private readonly SlotSet _served = new();
    private readonly List<DrawnSlot> _merit = [];
    private readonly List<DrawnSlot> _slots = [];
    private readonly DrawnSlot[] _lane = new DrawnSlot[MostSlots];
    private readonly bool[] _planned = new bool[MostSlots];
    private double[] _noise = new double[256];
    private int[] _mayRun = new int[1024];
    private int[] _placedOn = new int[1024]; // by match: the number of the page on which it was last placed
    private int _page;
    private Epoch _epoch = null!;
    private Matches _matches = null!;
    private Scores _scores = null!;
    private int _rest;
    private bool _capHolds;

    /// <summary>Most slots that a page may have.</summary>
    public const int MostSlots = 200;

    /// <summary>The page, from its first slot down.</summary>
    public List<DrawnSlot> Slots => _slots;

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
        _merit.Clear();
        _slots.Clear();
        if (_placedOn.Length < _matches.Count)
            Array.Resize(ref _placedOn, _matches.Count + (_matches.Count >> 1));
        (_page, _rest, _capHolds) = (_page + 1, 0, true);
        _ranked.Start(_epoch, _matches, _scores, _served);
        FillPool(Draws.KeyOf(chain, Draws.Purpose.Merit, request.PageNumber));
    }

    // At most twice as many rows of a supplier as may stand: near-equals of one supplier take turns too, and a large supplier does
    // not crowd the others out of the draw.
    private void FillPool(ulong key)
    {
        var rule = _epoch.Policy.Merit;
        _pool.Start(rule.Temperature);
        _poolRows.Start(_epoch, _matches, _scores);
        var rows = _poolRows.Choose(_ranked.Open, rule.Pool, _epoch.Policy.Diversity.PerSupplierPerPage * 2, inOrder: rule.Temperature == 0);
        var noise = NoiseFor(rows, key, rule.Temperature);
        for (var i = 0; i < rows.Length; i++)
            _pool.Add(rows[i], _scores.Sellers[rows[i]], _scores.Values[rows[i]], noise[i]);
        _pool.Seal();
    }

    private ReadOnlySpan<double> NoiseFor(ReadOnlySpan<int> rows, ulong key, double temperature)
    {
        var padded = NoiseOf.Padded(rows.Length);
        if (_noise.Length < padded)
            _noise = new double[padded];
        var noise = _noise.AsSpan(0, padded);
        noise.Fill(0.5);
        if (temperature == 0)
            return noise;
        for (var i = 0; i < rows.Length; i++)
            noise[i] = Draws.Uniform(key, _epoch.ProductSlotAt(_matches.Rows[rows[i]]));
        NoiseOf.Gumbel(noise);
        return noise;
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
                if (_placedOn[match] != _page && !(_capHolds && IsFull(match)))
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
        _placedOn[match] = _page;
        if (_suppliers.Add(SellerOf(match)) == _epoch.Policy.Diversity.PerSupplierPerPage)
            _pool.RemoveSupplier(SellerOf(match));
    }

    private int SellerOf(int match) => _scores.Sellers[match];

    private void DrawNewcomers(ulong chain, int page, int laneSlots)
    {
        if (laneSlots == 0)
            return;
        Nominate();
        var keys = (Draws.KeyOf(chain, Draws.Purpose.Stratum, page), Draws.KeyOf(chain, Draws.Purpose.NewcomerSupplier, page),
            Draws.KeyOf(chain, Draws.Purpose.NewcomerProduct, page));
        _newcomers.Draw(_lane.AsSpan(0, laneSlots), keys, _epoch, _matches);
        for (var i = 0; i < laneSlots; i++)
        {
            if (_lane[i].Match < 0)
                continue;
            _pool.RemoveMatch(_lane[i].Match);
            Count(_lane[i].Match);
        }
    }

    // Whoever won on merit or was served before is out, and so is a supplier that has all places it may have.
    private void Nominate()
    {
        if (_mayRun.Length < _matches.Count)
            _mayRun = new int[_matches.Count + (_matches.Count >> 1)];
        _newcomers.Clear();
        var open = _ranked.Open;
        var utilities = _scores.Utilities;
        var found = FindAtLeast.In(utilities, float.MinValue, _mayRun);
        for (var i = 0; i < found; i++)
        {
            var match = _mayRun[i];
            if (_placedOn[match] != _page && open[match] != float.NegativeInfinity && !IsFull(match))
                _newcomers.Add(match, SellerOf(match), utilities[match]);
        }
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
                _slots.Add(drawn);
            else if (merit < _merit.Count)
                _slots.Add(_merit[merit++]);
        }
    }
}
