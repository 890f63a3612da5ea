using Saima.Engine.Catalogue;

namespace Saima.Engine.Retrieval;

/// <summary>Which of these rows are in a list of postings, and with what impact?</summary>
internal static class SparseMeet
{
    /// <summary>Looks every row up in a much longer list, from where the last one was found on.</summary>
    /// <param name="postings">The list.</param>
    /// <param name="rows">Rows, ascending.</param>
    /// <param name="kept">Takes the indices of the rows that are in it.</param>
    /// <param name="impacts">Takes their impacts.</param>
    /// <returns>How many.</returns>
    public static int BySearch(ReadOnlySpan<uint> postings, ReadOnlySpan<int> rows, int[] kept, byte[] impacts)
    {
        var (count, at) = (0, 0);
        for (var i = 0; i < rows.Length && at < postings.Length; i++)
        {
            var step = 1;
            while (at + step < postings.Length && Postings.RowOf(postings[at + step]) < rows[i])
                step *= 2;
            var end = Math.Min(at + step + 1, postings.Length);
            at += PostingList.FirstAtLeast(postings[at..end], rows[i]);
            if (at < postings.Length && Postings.RowOf(postings[at]) == rows[i])
                (kept[count], impacts[count++]) = (i, Postings.ImpactOf(postings[at]));
        }

        return count;
    }

    /// <summary>Marks the rows on a map, then reads the list through once; nothing branches on a look.</summary>
    /// <param name="postings">The list.</param>
    /// <param name="rows">Rows, ascending.</param>
    /// <param name="to">Takes the indices of the rows that are in it, and their impacts.</param>
    /// <param name="bits">The map.</param>
    /// <param name="segmentRows">Rows of the segment.</param>
    /// <returns>How many.</returns>
    public static int ByBits(
        ReadOnlySpan<uint> postings, ReadOnlySpan<int> rows, (int[] Kept, byte[] Impacts) to, RowBits bits, int segmentRows)
    {
        var (kept, impacts) = to;
        bits.Clear(segmentRows);
        bits.Add(rows);
        var words = bits.Words;
        var count = 0;

        // The row itself first; its index among the rows follows, as both ascend. One place more than rows is written at most.
        foreach (var posting in postings)
        {
            if (count == rows.Length)
                break;
            var row = Postings.RowOf(posting);
            (kept[count], impacts[count]) = (row, Postings.ImpactOf(posting));
            count += (int)((words[row >> 6] >> row) & 1);
        }

        var index = 0;
        for (var i = 0; i < count; i++)
        {
            while (rows[index] < kept[i])
                index++;
            kept[i] = index;
        }

        return count;
    }
}
