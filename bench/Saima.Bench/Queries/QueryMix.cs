using System.Globalization;

namespace Saima.Bench.Queries;

/// <summary>What do visitors of the made-up catalogue ask, in a fixed order in which the kinds are well mixed?</summary>
/// <param name="Queries">As they are asked.</param>
/// <param name="MostMatches">Queries that more products match were left out, so that the mean is what was wanted.</param>
public sealed record QueryMix(IReadOnlyList<WorldQuery> Queries, double MostMatches)
{
    /// <summary>Shares of the kinds, for people.</summary>
    public string Shares() => string.Join(", ", Kinds().Select(kind =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * Of(kind).Count / Queries.Count:0} % {kind.ToString().ToLowerInvariant()}")));

    /// <summary>Kinds of which there is at least one query.</summary>
    public IEnumerable<QueryKind> Kinds() => Enum.GetValues<QueryKind>().Where(kind => Queries.Any(query => query.Kind == kind));

    /// <summary>The queries of one kind.</summary>
    public IReadOnlyList<WorldQuery> Of(QueryKind kind) => [.. Queries.Where(query => query.Kind == kind)];
}
