using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>In which order do these matches stand? By score, equal scores in order of the product's slot.</summary>
/// <remarks>
/// A match is one number, its score in the upper half (a smaller number is a better score) and its index in the lower: sorting numbers
/// costs a quarter of sorting with a comparison, and slots are looked up only where scores are equal.
/// </remarks>
internal sealed class ScoreKeys
{
    // Kept, because a method group would be a new delegate in every race.
    private readonly Comparison<long> _bySlot;
    private long[] _keys = new long[256];
    private Epoch _epoch = null!;
    private Matches _matches = null!;

    public ScoreKeys() => _bySlot = CompareSlots;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Start(Epoch epoch, Matches matches) => (_epoch, _matches, Count) = (epoch, matches, 0);

    /// <summary>Adds a match.</summary>
    public void Add(float score, int match)
    {
        if (Count == _keys.Length)
            Array.Resize(ref _keys, Count * 2);
        _keys[Count++] = KeyOf(score, match);
    }

    /// <summary>Index into the matches of what stands at a place now.</summary>
    public int MatchAt(int index) => (int)_keys[index];

    /// <summary>Sorts the places from start to end.</summary>
    public void Sort(int start, int end)
    {
        var part = _keys.AsSpan(start, end - start);
        part.Sort();
        for (var first = 0; first < part.Length;)
        {
            var last = first + 1;
            while (last < part.Length && part[last] >> 32 == part[first] >> 32)
                last++;
            if (last - first > 1)
                part[first..last].Sort(_bySlot);
            first = last;
        }
    }

    /// <summary>Moves what belongs before <paramref name="end"/> there, in any order (quickselect); places before start are not touched.</summary>
    public void MoveBestToFront(int start, int end)
    {
        var (keys, low, high) = (_keys, start, Count - 1);
        while (low < high)
        {
            var pivot = keys[(low + high) >>> 1];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (Compare(keys[i], pivot) < 0)
                    i++;
                while (Compare(keys[j], pivot) > 0)
                    j--;
                if (i <= j)
                {
                    (keys[i], keys[j]) = (keys[j], keys[i]);
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

    // A float's bits rise with its value from 0 up and fall below 0; turned round there, they rise throughout. Adding 0 makes −0 a 0.
    private static long KeyOf(float score, int match)
    {
        var bits = BitConverter.SingleToInt32Bits(score + 0f);
        var rising = bits ^ ((bits >> 31) & int.MaxValue);
        return ((long)~rising << 32) | (uint)match;
    }

    private int Compare(long x, long y) => x >> 32 != y >> 32 ? x.CompareTo(y) : CompareSlots(x, y);

    private int CompareSlots(long x, long y) => x == y ? 0 : _epoch.CompareSlots(_matches.Rows[(int)x], _matches.Rows[(int)y]);
}
