namespace Saima.Market.Catalogue;

/// <summary>How strictly is a bulk body taken?</summary>
public sealed record BulkOptions
{
    public static BulkOptions Default { get; } = new();

    /// <summary>True: everything or nothing, in one transaction; the documents of the body are then held in memory. Default: good lines are taken.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>True: a product of an unknown category is refused. Default: the category is created, with all above it.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Only products of this supplier may be written (a key bound to it); null = of any.</summary>
    public string? OnlySellerId { get; init; }
}
