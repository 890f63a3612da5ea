namespace Saima.Bench.Queries;

/// <summary>What somebody types into the search box of the made-up catalogue, and why.</summary>
public sealed record WorldQuery(QueryKind Kind, string Text);
