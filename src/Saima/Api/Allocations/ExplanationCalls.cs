using Saima.Api.Callers;
using Saima.Api.Problems;
using Saima.Market.Accounts;
using Saima.Market.Traffic;

namespace Saima.Api.Allocations;

/// <summary>Why is this product here, and why is that one not?</summary>
internal static class ExplanationCalls
{
    public static void MapExplanations(this IEndpointRouteBuilder v1) =>
        v1.MapGet("/allocations/{id}/explanations/{productId}", ExplainAsync).Needs(ApiScopes.Read)
            .Produces<ExplanationAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Explain a place")
            .WithDescription("The terms add up to the log score. A key that is bound to a supplier sees the numbers of its own products only.")
            .WithTags(AllocationCalls.Tag);

    private static async Task<IResult> ExplainAsync(
        string id, string productId, HttpContext context, ExplainPlace explain, AnswerExplanation answer, CancellationToken cancel) =>
        AllocationId.TryParse(id, out var known) && await explain.RunAsync(known, productId, cancel) is { } place
            ? TypedResults.Ok(await answer.RunAsync(place, context.Caller(), cancel))
            : Problem.NotFound();
}
