using System.Numerics;
using System.Numerics.Tensors;
using Saima.Engine.Catalogue;

namespace Saima.Engine.Retrieval;

/// <summary>Which rows hold all terms of one of these sets? Maps of one bit a row, met 64 rows at a time.</summary>
/// <remarks>
/// Dense lists are maps already; a sparse one is marked on a map of ours for the time of one question. All maps of ours are empty
/// between questions, so that none has to be cleared as a whole.
/// </remarks>
internal sealed class RowMaps
{
    private const int Block = 512; // words; a block of every map stays in the first-level cache

    private readonly ulong[][] _own = new ulong[QueryTerms.Most][];
    private readonly ulong[][] _maps = new ulong[QueryTerms.Most][];
    private readonly ulong[] _all = new ulong[Block];
    private readonly ulong[] _any = new ulong[Block];

    public RowMaps() => Array.Fill(_own, []);

    /// <summary>Finds the rows that hold every term of at least one set.</summary>
    /// <param name="lists">By term.</param>
    /// <param name="sets">Bit t of a set is term t; at least one set.</param>
    /// <param name="segmentRows">Rows of the segment.</param>
    /// <param name="rows">Takes the rows, ascending; grows if need be.</param>
    /// <returns>How many.</returns>
    public int Find(ReadOnlySpan<PostingList> lists, ReadOnlySpan<ulong> sets, int segmentRows, ref int[] rows)
    {
        var words = (segmentRows + 63) >> 6;
        for (var t = 0; t < lists.Length; t++)
            _maps[t] = lists[t].Dense is { } dense ? dense.Bits : Mark(t, lists[t], words);
        var count = 0;
        for (var start = 0; start < words; start += Block)
        {
            var length = Math.Min(Block, words - start);
            Meet(sets, lists.Length, start, length);
            count = Decode(_any.AsSpan(0, length), start, count, ref rows);
        }

        for (var t = 0; t < lists.Length; t++)
            Unmark(t, lists[t]);
        return count;
    }

    /// <summary>Which of these rows are in a list?</summary>
    /// <param name="rows">Rows, ascending.</param>
    /// <param name="list">A sparse list.</param>
    /// <param name="segmentRows">Rows of the segment.</param>
    /// <param name="to">Takes the indices of the rows that are, and their impacts.</param>
    /// <returns>How many.</returns>
    public int Keep(ReadOnlySpan<int> rows, PostingList list, int segmentRows, (int[] Kept, byte[] Impacts) to)
    {
        var map = Own(0, (segmentRows + 63) >> 6);
        foreach (var row in rows)
            map[row >> 6] |= 1UL << row;
        var count = Kernels.HeldRows.OfPostings(list.Postings, map, to.Kept, to.Impacts);
        foreach (var row in rows)
            map[row >> 6] = 0;

        // The rows are known, their indices follow: both ascend.
        var index = 0;
        for (var i = 0; i < count; i++)
        {
            while (rows[index] < to.Kept[i])
                index++;
            to.Kept[i] = index;
        }

        return count;
    }

    private void Meet(ReadOnlySpan<ulong> sets, int terms, int start, int length)
    {
        var (all, any) = (_all, _any);
        for (var s = 0; s < sets.Length; s++)
        {
            var into = s == 0 ? any.AsSpan(0, length) : all.AsSpan(0, length);
            var isFirst = true;
            for (var t = 0; t < terms; t++)
            {
                if ((sets[s] & (1UL << t)) == 0)
                    continue;
                var map = _maps[t].AsSpan(start, length);
                if (isFirst)
                    map.CopyTo(into);
                else
                    TensorPrimitives.BitwiseAnd(into, map, into);
                isFirst = false;
            }

            if (s > 0)
                TensorPrimitives.BitwiseOr(any.AsSpan(0, length), into, any.AsSpan(0, length));
        }
    }

    private static int Decode(ReadOnlySpan<ulong> words, int start, int count, ref int[] rows)
    {
        if (rows.Length < count + (words.Length << 6))
            Array.Resize(ref rows, Math.Max(rows.Length * 2, count + (words.Length << 6)));
        var to = rows;
        for (var word = 0; word < words.Length; word++)
        {
            for (var left = words[word]; left != 0; left &= left - 1)
                to[count++] = ((start + word) << 6) + BitOperations.TrailingZeroCount(left);
        }

        return count;
    }

    private ulong[] Mark(int term, PostingList list, int words)
    {
        var map = Own(term, words);
        foreach (var posting in list.Postings)
            map[Postings.RowOf(posting) >> 6] |= 1UL << Postings.RowOf(posting);
        return map;
    }

    private void Unmark(int term, PostingList list)
    {
        if (list.Dense is not null)
            return;
        var map = _own[term];
        foreach (var posting in list.Postings)
            map[Postings.RowOf(posting) >> 6] = 0;
    }

    private ulong[] Own(int term, int words)
    {
        if (_own[term].Length < words)
            _own[term] = new ulong[words + (words >> 2)];
        return _own[term];
    }
}
