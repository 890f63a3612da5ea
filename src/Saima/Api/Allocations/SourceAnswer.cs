namespace Saima.Api.Allocations;

/// <summary>Which kind of traffic is this page?</summary>
/// <param name="Intent"><c>keyword</c> or <c>category</c>.</param>
public sealed record SourceAnswer(string Intent);
