using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>Which match is the first, the second, the n-th by score? Sorted only as far as somebody asks.</summary>
/// <remarks>
/// Equal scores stand in ordinal order of the product's id. A row is one number, its score in the upper half (a smaller number is a
/// better score) and the index of its match in the lower: sorting numbers costs a quarter of sorting with a comparison, and ids are
/// looked up only where scores are equal.
/// </remarks>
public sealed class RankedRows
{
    private const int FirstPart = 1024;

    // Kept, because a method group would be a new delegate in every race.
    private readonly Comparison<long> _byId;
    private long[] _keys = new long[FirstPart];
    private int _count;
    private int _sorted;
    private Epoch _epoch = null!;
    private Matches _matches = null!;

    public RankedRows() => _byId = CompareIds;

    /// <summary>Rows that take part: all matches that earlier pages did not serve.</summary>
    public int Count => _count;

    /// <summary>Begins with new scores.</summary>
    /// <param name="epoch">Where ids are looked up.</param>
    /// <param name="matches">What was scored.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="served">Product slots that do not take part.</param>
    public void Start(Epoch epoch, Matches matches, Scores scores, HashSet<int> served)
    {
        (_epoch, _matches) = (epoch, matches);
        if (_keys.Length < matches.Count)
            _keys = new long[matches.Count + (matches.Count >> 1)];
        (_count, _sorted) = (0, 0);
        var values = scores.Values;
        for (var i = 0; i < values.Length; i++)
        {
            if (served.Count == 0 || !served.Contains(epoch.ProductSlotAt(matches.Rows[i])))
                _keys[_count++] = KeyOf(values[i], i);
        }
    }

    /// <summary>Index into the matches of the row at a 0-based rank below <see cref="Count"/>.</summary>
    public int At(int rank)
    {
        if (rank >= _sorted)
            SortThrough(rank);
        return (int)_keys[rank];
    }

    /// <summary>Index into the matches of some row; every one below <see cref="Count"/> exactly once, in no promised order.</summary>
    public int Unordered(int index) => (int)_keys[index];

    // A float's bits rise with its value from 0 up and fall below 0; turned round there, they rise throughout. Adding 0 makes −0 a 0.
    private static long KeyOf(float score, int match)
    {
        var bits = BitConverter.SingleToInt32Bits(score + 0f);
        var rising = bits ^ ((bits >> 31) & int.MaxValue);
        return ((long)~rising << 32) | (uint)match;
    }

    // The part that is asked for moves to the front in any order (quickselect), then is sorted; the next part is four times as long.
    private void SortThrough(int rank)
    {
        var end = Math.Min(_count, Math.Max(FirstPart, Math.Max(_sorted * 4, rank + 1)));
        if (end < _count)
            MoveBestToFront(end);
        var part = _keys.AsSpan(_sorted, end - _sorted);
        part.Sort();
        SortEqualScores(part);
        _sorted = end;
    }

    private void SortEqualScores(Span<long> part)
    {
        for (var start = 0; start < part.Length;)
        {
            var end = start + 1;
            while (end < part.Length && part[end] >> 32 == part[start] >> 32)
                end++;
            if (end - start > 1)
                part[start..end].Sort(_byId);
            start = end;
        }
    }

    private void MoveBestToFront(int end)
    {
        var (low, high) = (_sorted, _count - 1);
        while (low < high)
        {
            var pivot = _keys[(low + high) >>> 1];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (Compare(_keys[i], pivot) < 0)
                    i++;
                while (Compare(_keys[j], pivot) > 0)
                    j--;
                if (i <= j)
                {
                    (_keys[i], _keys[j]) = (_keys[j], _keys[i]);
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

    private int Compare(long x, long y) => x >> 32 != y >> 32 ? x.CompareTo(y) : CompareIds(x, y);

    private int CompareIds(long x, long y) => x == y ? 0 : string.CompareOrdinal(IdOf(x), IdOf(y));

    private string IdOf(long key) => _epoch.ProductAt(_matches.Rows[(int)key]).Id;
}
