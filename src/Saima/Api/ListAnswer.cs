namespace Saima.Api;

/// <summary>Which part of a list is this, and how does it go on?</summary>
/// <param name="Items">In order of id (categories: of path).</param>
/// <param name="Next">Send it as <c>after</c> for what follows; null at the end.</param>
public sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? Next);
