using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>Who takes part in the draw of the natural places? The best rows by score, at most so many of a supplier.</summary>
internal sealed class PoolRows
{
    private readonly ScoreKeys _keys = new();
    private readonly SupplierCounts _suppliers = new();
    private readonly BestRows _best;
    private int[] _chosen = new int[256];
    private float[] _left = [];
    private int _count;
    private Epoch _epoch = null!;
    private Matches _matches = null!;
    private Scores _scores = null!;

    public PoolRows() => _best = new BestRows(_keys);

    /// <summary>Chooses them.</summary>
    /// <param name="epoch">Where ids are looked up.</param>
    /// <param name="matches">What was scored.</param>
    /// <param name="scores">Their scores.</param>
    public void Start(Epoch epoch, Matches matches, Scores scores) => (_epoch, _matches, _scores) = (epoch, matches, scores);

    /// <summary>The best of those that are open.</summary>
    /// <param name="open">By match: its score, or −∞ if it does not take part.</param>
    /// <param name="wanted">How many, ≥ 1; fewer come if there are not more.</param>
    /// <param name="mostOfSupplier">How many of one supplier; 0 = no limit.</param>
    /// <param name="inOrder">Whether they must come from the best down.</param>
    public ReadOnlySpan<int> Choose(ReadOnlySpan<float> open, int wanted, int mostOfSupplier, bool inOrder)
    {
        if (open.Length == 0)
            return [];
        if (_chosen.Length < wanted)
            _chosen = new int[wanted];
        TakeBest(open, wanted);
        if (mostOfSupplier > 0 && IsCrowded(mostOfSupplier))
            TakeFromAll(open, wanted, mostOfSupplier);
        else if (inOrder)
            Order(_chosen.AsSpan(0, _count));
        return _chosen.AsSpan(0, _count);
    }

    private void TakeBest(ReadOnlySpan<float> open, int wanted)
    {
        _keys.Start(_epoch, _matches);
        var best = _best.Find(open, wanted);
        best.CopyTo(_chosen);
        _count = best.Length;
    }

    private bool IsCrowded(int most)
    {
        _suppliers.Clear();
        for (var i = 0; i < _count; i++)
        {
            if (_suppliers.Add(_scores.Sellers[_chosen[i]]) > most)
                return true;
        }

        return false;
    }

    // In order of score, part by part. Rows of suppliers that are full leave before the next part, which is twice as long: one supplier
    // with most of the matches costs one more pass over them, and no sort.
    private void TakeFromAll(ReadOnlySpan<float> open, int wanted, int most)
    {
        if (_left.Length < open.Length)
            _left = new float[open.Length + (open.Length >> 1)];
        var left = _left.AsSpan(0, open.Length);
        open.CopyTo(left);
        _suppliers.Clear();
        _count = 0;
        for (var part = wanted; ; part *= 2)
        {
            _keys.Start(_epoch, _matches);
            var best = _best.Find(left, part);
            var isLast = best.Length < part;
            TakeInOrder(best, left, wanted, most);
            if (isLast || _count == wanted)
                return;
            CloseFull(left, most);
        }
    }

    private void TakeInOrder(ReadOnlySpan<int> best, Span<float> left, int wanted, int most)
    {
        OrderKeys(best);
        for (var i = 0; i < _keys.Count && _count < wanted; i++)
        {
            var match = _keys.MatchAt(i);
            left[match] = float.NegativeInfinity;
            if (_suppliers.Of(_scores.Sellers[match]) == most)
                continue;
            _suppliers.Add(_scores.Sellers[match]);
            _chosen[_count++] = match;
        }
    }

    private void CloseFull(Span<float> left, int most)
    {
        for (var match = 0; match < left.Length; match++)
        {
            if (_suppliers.Of(_scores.Sellers[match]) == most)
                left[match] = float.NegativeInfinity;
        }
    }

    private void Order(Span<int> matches)
    {
        OrderKeys(matches);
        for (var i = 0; i < matches.Length; i++)
            matches[i] = _keys.MatchAt(i);
    }

    private void OrderKeys(ReadOnlySpan<int> matches)
    {
        _keys.Start(_epoch, _matches);
        foreach (var match in matches)
            _keys.Add(_scores.Values[match], match);
        _keys.Sort(0, _keys.Count);
    }
}
