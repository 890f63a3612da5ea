namespace Saima.Storefront.Pictures;

/// <summary>Answers <c>/picture/{productId}.svg</c>: the drawing that stands where a photograph is missing.</summary>
public static class PictureEndpoint
{
    /// <summary>The address of a product's drawing.</summary>
    public static string Of(string productId) => $"/picture/{Uri.EscapeDataString(productId)}.svg";

    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/picture/{productId}.svg", DrawAsync).ExcludeFromDescription();

    private static async Task<IResult> DrawAsync(string productId, MarketWindow market, HttpContext context, CancellationToken cancel)
    {
        if (await market.FindPictureAsync(productId, cancel) is not { } subject)
            return Results.NotFound();

        context.Response.Headers.CacheControl = "public, max-age=86400";
        context.Response.Headers.ContentSecurityPolicy = ProductDrawing.ContentSecurityPolicy;
        return Results.Text(ProductDrawing.Draw(subject), "image/svg+xml");
    }
}
