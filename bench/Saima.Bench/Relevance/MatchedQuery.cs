using Saima.Engine.Text;

namespace Saima.Bench.Relevance;

/// <summary>Which products match a query, and which of them come first under a setting?</summary>
/// <remarks>What matches does not depend on the setting: only how strongly.</remarks>
/// <param name="Query">As it was typed.</param>
/// <param name="Idfs">Rarity of each term that counts, in order.</param>
/// <param name="ProductIds">Of all matches, in order of their slots.</param>
/// <param name="Cells">By match and term, the cell of the counts; −1 = the product does not hold the term.</param>
public sealed record MatchedQuery(string Query, float[] Idfs, string[] ProductIds, int[] Cells)
{
    private const int Page = 10;

    /// <summary>The ten strongest, equal ones in order of slot; added up as a race does.</summary>
    public IEnumerable<string> BestOf(byte[] impacts)
    {
        var (best, shares, count) = (new int[Page + 1], new float[Page + 1], 0);
        for (var match = 0; match < ProductIds.Length; match++)
        {
            var (share, at) = (ShareOf(match, impacts), count);
            for (; at > 0 && shares[at - 1] < share; at--)
                (best[at], shares[at]) = (best[at - 1], shares[at - 1]);
            (best[at], shares[at]) = (match, share);
            count = Math.Min(count + 1, Page);
        }

        return best.Take(count).Select(match => ProductIds[match]);
    }

    private float ShareOf(int match, byte[] impacts)
    {
        var share = 0f;
        for (var term = 0; term < Idfs.Length; term++)
        {
            var cell = Cells[match * Idfs.Length + term];
            share += cell < 0 ? 0 : Idfs[term] * Impact.Step * impacts[cell];
        }

        return share;
    }
}
