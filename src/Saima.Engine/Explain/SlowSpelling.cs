using Saima.Engine.Text;

namespace Saima.Engine.Explain;

/// <summary>The specification of spelling: look at every frequent word and keep the nearest, then the most frequent, then the first.</summary>
internal static class SlowSpelling
{
    /// <summary>The term that was meant by a word; −1 if none is near.</summary>
    public static int Find(DocumentFrequencies frequencies, string word)
    {
        var (best, fewest, most) = (-1, SpellingIndex.MostMistakes(word.Length), 0);
        if (fewest == 0 || Script.OfWord(word) == 0)
            return -1;
        for (var term = 0; term < frequencies.Counted; term++)
        {
            if (!SpellingIndex.IsTarget(frequencies, term) || Script.OfWord(frequencies.Terms.WordOf(term)) != Script.OfWord(word))
                continue;
            var (mistakes, holders) = (DistanceOf(word, frequencies.Terms.WordOf(term).ToString()), frequencies.CountOf(term));
            var isBetter = best < 0 || mistakes < fewest || holders > most
                || (holders == most && frequencies.Terms.WordOf(term).SequenceCompareTo(frequencies.Terms.WordOf(best)) < 0);
            if (mistakes < fewest || (mistakes == fewest && isBetter))
                (best, fewest, most) = (term, mistakes, holders);
        }

        return best;
    }

    // The whole table of the textbook.
    private static int DistanceOf(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
