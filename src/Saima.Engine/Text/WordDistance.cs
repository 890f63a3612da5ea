namespace Saima.Engine.Text;

/// <summary>How many letters must be put in, left out, changed, or swapped with their neighbour, to make one word of another?</summary>
/// <remarks>Optimal string alignment: no letter is touched twice. Boytsov, "Indexing methods for approximate dictionary searching", 2011, §2.</remarks>
internal static class WordDistance
{
    /// <summary>Longer words are not compared.</summary>
    public const int Longest = TextAnalyser.LongestToken;

    /// <summary>The distance if it is at most <paramref name="most"/>, else <paramref name="most"/> + 1.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > Longest || b.Length > Longest)
            return most + 1;
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> above = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var last = before;
            before = above;
            above = row;
            row = last;
            row[0] = i;
            if (FillRow(a, b, i, before, above, row) > most)
                return most + 1;
        }

        return Math.Min(row[b.Length], most + 1);
    }

    // The least of the row: once all of it is too far, the end is.
    private static int FillRow(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int i, ReadOnlySpan<int> before, ReadOnlySpan<int> above, Span<int> row)
    {
        var least = row[0];
        for (var j = 1; j <= b.Length; j++)
        {
            var step = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                step = Math.Min(step, before[j - 2] + 1);
            row[j] = step;
            least = Math.Min(least, step);
        }

        return least;
    }
}
