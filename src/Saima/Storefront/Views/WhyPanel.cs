namespace Saima.Storefront.Views;

/// <summary>What does the why-panel show to this reader?</summary>
public sealed record WhyPanel(WhyView Why, WhyRole Role)
{
    /// <summary>Width of the bar in the drawing's own units.</summary>
    public const int BarWidth = 1000;

    /// <summary>The bar's pieces from left to right: how much of the way from certainty each term takes away.</summary>
    public IEnumerable<(WhyTerm Term, int X, int Width)> Pieces()
    {
        var whole = Why.Terms.Sum(term => Math.Abs(term.Log));
        var before = 0.0;
        foreach (var term in Why.Terms)
        {
            var from = whole == 0 ? 0 : (int)Math.Round(before / whole * BarWidth);
            before += Math.Abs(term.Log);
            var to = whole == 0 ? 0 : (int)Math.Round(before / whole * BarWidth);
            yield return (term, from, to - from);
        }
    }
}
