using System.Text.RegularExpressions;

namespace Saima.Bench.Relevance;

/// <summary>What would a plain text search answer? The reference: BM25 over one text a product, no stemming, k₁ = 1.2, b = 0.75.</summary>
public sealed partial class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly List<string> _ids = [];
    private readonly List<int> _lengths = [];
    private readonly Dictionary<string, Dictionary<int, int>> _occurrences = new(StringComparer.Ordinal);

    /// <summary>Adds a product.</summary>
    public void Add(string id, string text)
    {
        var words = WordsOf(text).ToList();
        foreach (var word in words)
        {
            if (!_occurrences.TryGetValue(word, out var rows))
                _occurrences[word] = rows = [];
            rows[_ids.Count] = rows.GetValueOrDefault(_ids.Count) + 1;
        }

        _ids.Add(id);
        _lengths.Add(words.Count);
    }

    /// <summary>Ids of all products with any of the words, best first; equal scores in ordinal order of id.</summary>
    public IReadOnlyList<string> Search(string query)
    {
        var scores = new Dictionary<int, double>();
        var meanLength = _lengths.Average();
        foreach (var word in WordsOf(query).Distinct(StringComparer.Ordinal))
        {
            if (!_occurrences.TryGetValue(word, out var rows))
                continue;
            var idf = Math.Log(1 + (_ids.Count - rows.Count + 0.5) / (rows.Count + 0.5));
            foreach (var (row, times) in rows)
                scores[row] = scores.GetValueOrDefault(row) + idf * times * (K1 + 1) / (times + K1 * (1 - B + B * _lengths[row] / meanLength));
        }

        return [.. scores.OrderByDescending(score => score.Value).ThenBy(score => _ids[score.Key], StringComparer.Ordinal).Select(score => _ids[score.Key])];
    }

    private static IEnumerable<string> WordsOf(string text) => Words().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.None, 10_000)]
    private static partial Regex Words();
}
