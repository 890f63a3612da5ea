using Saima.Engine.Catalogue;

namespace Saima.Engine.Retrieval;

/// <summary>Which of a few rows are in a much longer list? Each is looked up from where the last one was found on.</summary>
internal static class SearchRows
{
    /// <summary>A list so many times as long as the rows is searched; a shorter one is read through.</summary>
    public const int Factor = 16;

    /// <summary>Finds the rows that are in the list.</summary>
    /// <param name="postings">The list.</param>
    /// <param name="rows">Rows, ascending.</param>
    /// <param name="kept">Takes the indices of the rows that are in it.</param>
    /// <param name="impacts">Takes their impacts.</param>
    /// <returns>How many.</returns>
    public static int In(ReadOnlySpan<uint> postings, ReadOnlySpan<int> rows, int[] kept, byte[] impacts)
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
}
