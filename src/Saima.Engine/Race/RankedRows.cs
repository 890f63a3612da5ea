using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>Which match is the first, the second, the n-th by score? Sorted only as far as somebody asks.</summary>
public sealed class RankedRows
{
    private const int FirstPart = 512;

    private readonly ScoreKeys _keys = new();
    private float[] _open = new float[1024];
    private int _matched;
    private int _sorted;
    private Epoch _epoch = null!;
    private Matches _matches = null!;

    /// <summary>Rows that take part: all matches that earlier pages did not serve.</summary>
    public int Count { get; private set; }

    /// <summary>By match: its score if it takes part, −∞ if not.</summary>
    public ReadOnlySpan<float> Open => _open.AsSpan(0, _matched);

    /// <summary>Begins with new scores.</summary>
    /// <param name="epoch">Where ids are looked up.</param>
    /// <param name="matches">What was scored.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="served">Product slots that do not take part.</param>
    public void Start(Epoch epoch, Matches matches, Scores scores, SlotSet served)
    {
        (_epoch, _matches, _matched) = (epoch, matches, matches.Count);
        if (_open.Length < _matched)
            _open = new float[_matched + (_matched >> 1)];
        scores.Values.CopyTo(_open);
        (Count, _sorted) = (_matched, -1);
        for (var i = 0; i < _matched && served.Count > 0; i++)
        {
            if (!served.Contains(epoch.ProductSlotAt(matches.Rows[i])))
                continue;
            _open[i] = float.NegativeInfinity;
            Count--;
        }
    }

    /// <summary>Index into the matches of the row at a 0-based rank below <see cref="Count"/>.</summary>
    public int At(int rank)
    {
        if (rank >= _sorted)
            SortThrough(rank);
        return _keys.MatchAt(rank);
    }

    // Most pages never ask: their places come from the pool. The part that is asked for is sorted; the next one is four times as long.
    private void SortThrough(int rank)
    {
        if (_sorted < 0)
            Collect();
        var end = Math.Min(Count, Math.Max(FirstPart, Math.Max(_sorted * 4, rank + 1)));
        if (end < Count)
            _keys.MoveBestToFront(_sorted, end);
        _keys.Sort(_sorted, end);
        _sorted = end;
    }

    private void Collect()
    {
        _keys.Start(_epoch, _matches);
        for (var i = 0; i < _matched; i++)
        {
            if (_open[i] != float.NegativeInfinity)
                _keys.Add(_open[i], i);
        }

        _sorted = 0;
    }
}
