namespace Saima.Storefront.Visits;

/// <summary>Which products of a page came into view? What the script sends to <c>/seen</c>.</summary>
public sealed record Seen(string? AllocationId, IReadOnlyList<string>? Shown);
