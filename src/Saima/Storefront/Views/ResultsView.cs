namespace Saima.Storefront.Views;

/// <summary>What matched, what raced, and who got the places of this page?</summary>
public sealed record ResultsView
{
    /// <summary>The decision's name as clicks and views give it back; empty if nothing matched.</summary>
    public required string AllocationId { get; init; }

    public required int Matched { get; init; }

    /// <summary>Products that were scored; the rule says all of them.</summary>
    public required int Raced { get; init; }

    /// <summary>Typed words that some of the shown products lack, because too few products have all of them.</summary>
    public IReadOnlyList<string> Relaxed { get; init; } = [];

    /// <summary>Typed words that were taken for others, and those.</summary>
    public IReadOnlyList<(string Typed, string Meant)> Corrected { get; init; } = [];

    /// <summary>The English words that were searched for words of another language, and that language's code; null if nothing was translated.</summary>
    public (string Words, string Language)? Translated { get; init; }

    /// <summary>The category that is browsed, or to which the search is narrowed; null if none.</summary>
    public CategoryView? Category { get; init; }

    /// <summary>0-based place of the first card in the whole order.</summary>
    public int FirstSlot { get; init; }

    public required IReadOnlyList<CardView> Cards { get; init; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; init; }

    public required FacetView Facets { get; init; }
}
