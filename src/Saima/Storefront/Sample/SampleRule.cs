using Saima.Engine.Race;
using Saima.Storefront.Views;

namespace Saima.Storefront.Sample;

/// <summary>The numbers of the rule that the pages show until they read the one in force.</summary>
internal static class SampleRule
{
    public static RankingRuleView View { get; } = new()
    {
        Name = "open",
        Version = 3,
        InForceSince = new DateOnly(2026, 11, 1),
        MatchShare = 0.6,
        AllWordsFrom = 48,
        Temperature = 0.02,
        NewcomerShare = 0.06,
        PerSupplier = 4,
        SwapShare = 0.01,
        ClickHours = 24,
        InquiryDays = 30,
        OrderDays = 180,
        SellsAds = false,
        Example = new WhyView
        {
            Lane = Lane.Merit,
            ByWords = true,
            NextRatio = 1.05,
            Terms =
            [
                new("match", -0.11, null, Comparison.Unknown),
                new("click", Math.Log(0.11), 0.11, Comparison.Above),
                new("inquiry", Math.Log(0.08), 0.08, Comparison.Usual),
                new("order", Math.Log(0.2), 0.2, Comparison.Above),
            ],
        },
    };
}
