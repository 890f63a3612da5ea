using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>Which match is the first, the second, the n-th by score? Sorted only as far as somebody asks.</summary>
/// <remarks>Equal scores stand in ordinal order of the product's id.</remarks>
public sealed class RankedRows
{
    private const int FirstPart = 1024;

    // Kept, because a method group would be a new delegate in every race.
    private readonly Comparison<int> _compare;
    private int[] _order = new int[FirstPart];
    private int _count;
    private int _sorted;
    private Epoch _epoch = null!;
    private Matches _matches = null!;
    private Scores _scores = null!;

    public RankedRows() => _compare = Compare;

    /// <summary>Rows that take part: all matches that earlier pages did not serve.</summary>
    public int Count => _count;

    /// <summary>Begins with new scores.</summary>
    /// <param name="epoch">Where ids are looked up.</param>
    /// <param name="matches">What was scored.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="served">Product slots that do not take part.</param>
    public void Start(Epoch epoch, Matches matches, Scores scores, HashSet<int> served)
    {
        (_epoch, _matches, _scores) = (epoch, matches, scores);
        if (_order.Length < matches.Count)
            _order = new int[matches.Count + (matches.Count >> 1)];
        (_count, _sorted) = (0, 0);
        for (var i = 0; i < matches.Count; i++)
        {
            if (served.Count == 0 || !served.Contains(epoch.ProductAt(matches.Rows[i]).Slot))
                _order[_count++] = i;
        }
    }

    /// <summary>Index into the matches of the row at a 0-based rank below <see cref="Count"/>.</summary>
    public int At(int rank)
    {
        if (rank >= _sorted)
            SortThrough(rank);
        return _order[rank];
    }

    /// <summary>Index into the matches of some row; every one below <see cref="Count"/> exactly once, in no promised order.</summary>
    public int Unordered(int index) => _order[index];

    // The part that is asked for moves to the front in any order (quickselect), then is sorted; the next part is four times as long.
    private void SortThrough(int rank)
    {
        var end = Math.Min(_count, Math.Max(FirstPart, Math.Max(_sorted * 4, rank + 1)));
        if (end < _count)
            MoveBestToFront(end);
        _order.AsSpan(_sorted, end - _sorted).Sort(_compare);
        _sorted = end;
    }

    private void MoveBestToFront(int end)
    {
        var (low, high) = (_sorted, _count - 1);
        while (low < high)
        {
            var pivot = _order[(low + high) >>> 1];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (Compare(_order[i], pivot) < 0)
                    i++;
                while (Compare(_order[j], pivot) > 0)
                    j--;
                if (i <= j)
                {
                    (_order[i], _order[j]) = (_order[j], _order[i]);
                    i++;
                    j--;
                }
            }

            if (end - 1 <= j)
                high = j;
            else if (end - 1 >= i)
                low = i;
            else
                return;
        }
    }

    private int Compare(int x, int y)
    {
        var (a, b) = (_scores.Values[x], _scores.Values[y]);
        if (a != b)
            return a > b ? -1 : 1;
        return x == y ? 0 : string.CompareOrdinal(_epoch.ProductAt(_matches.Rows[x]).Id, _epoch.ProductAt(_matches.Rows[y]).Id);
    }
}
