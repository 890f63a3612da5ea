namespace Saima.Api.Allocations;

/// <summary>Which page of the results?</summary>
public sealed record PageBody
{
    public const int DefaultSize = 48;

    /// <summary>Slots, 1–200.</summary>
    public int Size { get; init; } = DefaultSize;

    /// <summary>The <c>next</c> of the page before, of the same visit and intent.</summary>
    public string? Cursor { get; init; }

    /// <summary>1–20: a shorthand for following cursors; not together with one.</summary>
    public int? Number { get; init; }
}
