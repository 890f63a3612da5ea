using Saima.Engine.Records;

namespace Saima.Storefront.Views;

/// <summary>Why does this product stand in this place?</summary>
public sealed record WhyView
{
    public required Lane Lane { get; init; }

    /// <summary>In the order of the contract: match, click, inquiry, order, and what the rule adds.</summary>
    public required IReadOnlyList<WhyTerm> Terms { get; init; }

    /// <summary>True if words were typed, false if a category was browsed.</summary>
    public bool ByWords { get; init; }

    /// <summary>Typed words that this product lacks.</summary>
    public IReadOnlyList<string> MissingWords { get; init; } = [];

    /// <summary>Score of the place above ÷ own score, rounded to 5 % for a supplier; null in the first place.</summary>
    public double? NextRatio { get; init; }

    /// <summary>The score's logarithm.</summary>
    public double ScoreLog => Terms.Sum(term => term.Log);
}
