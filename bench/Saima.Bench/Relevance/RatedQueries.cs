using System.Globalization;

namespace Saima.Bench.Relevance;

/// <summary>What did people say which products are good answers? Ratings 0–3 by query and product id.</summary>
public sealed class RatedQueries
{
    private RatedQueries(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ratings) => Ratings = ratings;

    /// <summary>By query, those with at least one positive rating; by product id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Ratings { get; }

    /// <summary>The queries, in the order of the file.</summary>
    public IEnumerable<string> Queries => Ratings.Keys;

    /// <summary>Reads lines of <c>query,docid,rating</c> below a heading.</summary>
    public static RatedQueries Read(FileInfo file)
    {
        var queries = File.ReadLines(file.FullName).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(fields => fields[0], StringComparer.Ordinal)
            .Where(query => query.Any(fields => fields[2] != "0"));
        return new RatedQueries(new OrderedDictionary<string, IReadOnlyDictionary<string, int>>(
            queries.Select(query => KeyValuePair.Create(query.Key, RatingsOf(query)))));
    }

    /// <summary>
    /// Normalised discounted cumulative gain of the first ten: linear gain, discount log₂(rank + 1), against the best order of the
    /// rated products. A product without a rating gains nothing.
    /// </summary>
    public double NdcgAt10(string query, IEnumerable<string> productIds)
    {
        var ratings = Ratings[query];
        return Gain(productIds.Select(id => ratings.GetValueOrDefault(id))) / Gain(ratings.Values.OrderDescending());
    }

    private static double Gain(IEnumerable<int> ratings) =>
        ratings.Take(10).Select((rating, index) => rating / Math.Log2(index + 2)).Sum();

    private static IReadOnlyDictionary<string, int> RatingsOf(IEnumerable<string[]> lines) =>
        lines.ToDictionary(fields => fields[1], fields => int.Parse(fields[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
