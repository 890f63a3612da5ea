using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Market;
using Saima.Market.Policies;
using Saima.Storefront.Views;

namespace Saima.Storefront.Window;

/// <summary>By which rule are places given today?</summary>
public sealed class ShowRule(CurrentPolicy current)
{
    private static readonly LearnerOptions Priors = new();

    public async Task<RankingRuleView> RunAsync(CancellationToken cancel)
    {
        var text = await current.ReadAsync(cancel);
        var policy = PolicyFile.Parse(text.Json);
        return new RankingRuleView
        {
            Name = policy.Name,
            Version = policy.Version,
            InForceSince = text.ActivatedAtMicros is { } at ? DateOnly.FromDateTime(UnixMicros.ToInstant(at).UtcDateTime) : null,
            MatchShare = policy.Retrieval.Share,
            AllWordsFrom = policy.Retrieval.Enough,
            Temperature = policy.Merit.Temperature,
            NewcomerShare = policy.Newcomers.AttentionShare,
            PerSupplier = policy.Diversity.PerSupplierPerPage,
            ClickMinutes = (int)(Priors.Click.AgesSeconds[^1] / 60),
            InquiryDays = (int)(Priors.Inquiry.AgesSeconds[^1] / 86_400),
            OrderDays = (int)(Priors.Order.AgesSeconds[^1] / 86_400),
            Multipliers = policy.Multipliers,
        };
    }
}
