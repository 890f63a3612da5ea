using Saima.Api.Callers;
using Saima.Api.Problems;
using Saima.Api.Reading;
using Saima.Market.Accounts;
using Saima.Market.Traffic;

namespace Saima.Api.Events;

/// <summary>What did visitors do? Another site tells it here.</summary>
internal static class EventCalls
{
    public static void MapEvents(this IEndpointRouteBuilder v1) =>
        v1.MapPost("/events", TakeAsync).Needs(ApiScopes.EventsWrite).Accepts<EventDocument>(MediaType.Lines, MediaType.Json)
            .Produces<EventsAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Tell what visitors did")
            .WithDescription(
                "One event a line (or a JSON array). What was accepted is on the disk before the answer. The same id with the same content is a duplicate, with other content "
                + "a conflict. `allocationId` is needed for `click` and `impression`, `productId` for all but `visit`, `impression` and `reply`, `shown` for `impression`, "
                + "`inquiryId` for `reply`, `orderId` for `order`. `at` lies at most 30 days back and 5 minutes ahead. An event of an allocation whose record is not here "
                + "is accepted as `unverified` and not learned from.")
            .WithTags("Events");

    private static async Task<IResult> TakeAsync(HttpContext context, RecordEvents record, CancellationToken cancel)
    {
        if (MediaType.Refusal(context.Request, MediaType.Lines, MediaType.Json) is { } refusal)
            return refusal;

        // Whether an id is a conflict is known only when it is written: all or nothing cannot be promised, so it is not taken silently for something else.
        if (context.Request.Query.ContainsKey("atomic"))
            return Problem.OfFields(new FieldError("atomic", "is not there for events: good lines are taken, the others are named"));
        var answer = await record.RunAsync(context.Request.Body, isAtomic: false, cancel);
        return TypedResults.Accepted((string?)null, answer);
    }
}
