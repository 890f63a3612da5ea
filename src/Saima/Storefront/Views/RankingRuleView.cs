using System.Globalization;
using Saima.Engine.Policies;

namespace Saima.Storefront.Views;

/// <summary>By which rule, with which numbers, are places given today?</summary>
public sealed record RankingRuleView
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    public DateOnly? InForceSince { get; init; }

    /// <summary>Share of the query's weighted words that a product must hold to match, (0, 1].</summary>
    public required double MatchShare { get; init; }

    /// <summary>From this many products with all words on, words are not relaxed.</summary>
    public required int AllWordsFrom { get; init; }

    /// <summary>Temperature of the draw between near-equals in the natural lane; 0 = no chance at all.</summary>
    public required double Temperature { get; init; }

    /// <summary>Share of buyers' attention that newcomers get, [0, 1].</summary>
    public required double NewcomerShare { get; init; }

    /// <summary>Most products of one supplier on a page.</summary>
    public required int PerSupplier { get; init; }

    /// <summary>Minutes after a page within which a click counts for it.</summary>
    public required int ClickMinutes { get; init; }

    /// <summary>Days after a click within which an inquiry counts for it.</summary>
    public required int InquiryDays { get; init; }

    /// <summary>Days after an inquiry within which an order counts for it.</summary>
    public required int OrderDays { get; init; }

    /// <summary>Factors by facts of the supplier; empty where no such fact counts.</summary>
    public IReadOnlyList<MultiplierRule> Multipliers { get; init; } = [];

    /// <summary>Key of the words that say what money does.</summary>
    public string MoneyWords => Multipliers.Any(rule => rule.Fact == "membership") ? "Rule.Money.Membership"
        : Multipliers.Count > 0 ? "Rule.Money.Facts" : "Rule.Money.NoAds";

    /// <summary>The factors of one multiplier, each with its value or its number of years.</summary>
    public static IEnumerable<(string Value, double Factor)> FactorsOf(MultiplierRule rule) =>
        rule.Values?.Select(pair => (pair.Key, pair.Value))
        ?? (rule.Steps ?? []).Select(step => (step.From.ToString(CultureInfo.InvariantCulture), step.Value));

    /// <summary>A worked example of a score; null if there is none to show.</summary>
    public WhyView? Example { get; init; }
}
