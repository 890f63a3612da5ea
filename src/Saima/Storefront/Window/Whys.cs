using Saima.Engine.Explain;
using Saima.Engine.Learning;
using Saima.Engine.Records;
using Saima.Market.Traffic;
using Saima.Storefront.Views;

namespace Saima.Storefront.Window;

/// <summary>A recorded place as the why-panel shows it.</summary>
internal static class Whys
{
    // Half a standard deviation of what is believed: below it a difference is not worth a word.
    private const double Notable = 0.5;

    // A stage of which this much of the first uncertainty is left has seen too little to be called usual.
    private const double TooLittleSeen = 0.8;

    private static readonly LearnerOptions Priors = new();

    /// <summary>The place at a 0-based position of a page.</summary>
    public static WhyView Of(GivenPage page, int position)
    {
        var explained = ExplainPlace.Shown(page, position, "");
        return Of(page.Record.Slots[position].Lane, explained.Score!) with
        {
            ByWords = page.Asked.Intent.Query is not null,
            MissingWords = page.Extras?.Missing[position] ?? [],
            NextRatio = explained.Next?.Ratio,
        };
    }

    /// <summary>A score by itself.</summary>
    public static WhyView Of(Lane lane, ScoreExplanation score) => new() { Lane = lane, Terms = [.. score.Terms.Select(TermOf)] };

    private static WhyTerm TermOf(ScoreTerm term) => new(term.Name, term.Log, term.Probability, Compare(term));

    // Against the product's category: its own and its supplier's weights, in units of what is still uncertain.
    private static Comparison Compare(ScoreTerm term)
    {
        if (term.Features is not { } features || term.Variance is not { } variance)
            return Comparison.Unknown;
        var own = features.Where(feature => feature.Name is "product" or "supplier").Sum(feature => feature.Value);
        var deviations = own / Math.Sqrt(variance);
        if (Math.Abs(deviations) >= Notable)
            return deviations > 0 ? Comparison.Above : Comparison.Below;
        return variance > TooLittleSeen * PriorOf(term.Name).PriorVariance ? Comparison.Unknown : Comparison.Usual;
    }

    private static StageOptions PriorOf(string stage) => stage switch { "click" => Priors.Click, "inquiry" => Priors.Inquiry, _ => Priors.Order };
}
