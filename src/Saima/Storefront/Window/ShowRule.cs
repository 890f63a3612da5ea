using Saima.Engine;
using Saima.Engine.Explain;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;
using Saima.Market;
using Saima.Market.Policies;
using Saima.Market.Traffic;
using Saima.Storefront.Views;

namespace Saima.Storefront.Window;

/// <summary>By which rule are places given today?</summary>
public sealed class ShowRule(CurrentPolicy current, LiveEngine engine, Shelves shelves)
{
    private const int ExampleSlots = 12;

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
            Example = Example(),
        };
    }

    // The first natural place of the fullest shelf, raced now for nobody: it is not a visit's page and leaves no record.
    private WhyView? Example()
    {
        if (shelves.Fullest is not { } category)
            return null;
        var epoch = engine.Current;
        var record = engine.Race(allocator => allocator.Allocate(
            epoch, new AllocationRequest { Intent = new Intent { CategorySlot = category }, VisitHash = 0, PageSize = ExampleSlots }));
        var first = Array.FindIndex(record.Slots, slot => slot.Lane == Lane.Merit);
        return first < 0 ? null : Whys.Of(Lane.Merit, ExplainRecord.At(record, first));
    }
}
