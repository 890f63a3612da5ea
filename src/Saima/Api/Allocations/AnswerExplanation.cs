using Saima.Market.Accounts;
using Saima.Market.Catalogue;
using Saima.Market.Traffic;

namespace Saima.Api.Allocations;

/// <summary>An explanation as its reader may see it: the operator everything, a supplier all of his own rows and of others what any page shows.</summary>
public sealed class AnswerExplanation(NameSlots names)
{
    private const int StepsOfOne = 20;

    public async Task<ExplanationAnswer> RunAsync(PlaceExplanation place, ApiKey caller, CancellationToken cancel)
    {
        var seesAll = await MaySeeAllAsync(place, caller, cancel);
        var answer = new ExplanationAnswer
        {
            AllocationId = place.AllocationId.ToString(),
            ProductId = place.ProductId,
            Policy = new PolicyAnswer(place.PolicyName, place.PolicyVersion),
            Basis = place.IsRecorded ? "recorded" : "recomputed",
            LearnedThrough = place.LearnedThrough,
            Lane = place.Lane,
            Slot = place.Slot,
            Query = place.Query is null ? null : QueryAnswer.Of(place.Query, seesAll),
        };
        return seesAll
            ? answer with
            {
                Propensity = place.Propensity,
                Reason = place.Reason,
                Score = place.Score is null ? null : ScoreAnswer.Of(place.Score),
                Next = place.Next is { } next ? new NextPlaceAnswer(next.Slot, RatioFor(caller, next.Ratio)) : null,
            }
            : answer;
    }

    private async Task<bool> MaySeeAllAsync(PlaceExplanation place, ApiKey caller, CancellationToken cancel) =>
        caller.SellerId is null
        || (await names.SellersAsync([place.SellerSlot], cancel)).GetValueOrDefault(place.SellerSlot) == caller.SellerId;

    // Another supplier's score could be read off an exact ratio.
    private static double RatioFor(ApiKey caller, double ratio) =>
        caller.SellerId is null ? ratio : Math.Round(Math.Round(ratio * StepsOfOne) / StepsOfOne, 2);
}
