using Microsoft.AspNetCore.Mvc;

namespace Saima.Storefront.Visits;

/// <summary>Takes what came into view on a page: half of a card for a second.</summary>
public static class SeenEndpoint
{
    public const string Path = "/seen";

    private const int MostBytes = 16 * 1024;
    private const int MostProducts = 200;
    private const int LongestId = 64;

    public static void MapSeen(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, TakeAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(Seen seen, HttpContext context, MarketWindow market, CancellationToken cancel)
    {
        if (!IsFromOurPage(context.Request) || !IsWellFormed(seen))
            return Results.BadRequest();

        await market.RecordSeenAsync(seen.AllocationId!, seen.Shown!, context.Visitor(), cancel);
        return Results.NoContent();
    }

    // Browsers say from where a beacon comes; one that does not say is judged by its visit like any other.
    private static bool IsFromOurPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    private static bool IsWellFormed(Seen seen) =>
        seen is { AllocationId.Length: > 0 and <= LongestId, Shown.Count: > 0 and <= MostProducts }
        && seen.Shown.All(id => id is { Length: > 0 and <= LongestId });
}
