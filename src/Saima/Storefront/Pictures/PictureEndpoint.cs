namespace Saima.Storefront.Pictures;

/// <summary>Answers <c>/picture/{family}-{variant}.svg</c>: the drawing that stands where a photograph is missing.</summary>
public static class PictureEndpoint
{
    public const string Folder = "/picture";

    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Folder + "/{family}-{variant:int}.svg", Draw).ExcludeFromDescription();

    private static IResult Draw(string family, int variant, HttpContext context)
    {
        if (ProductDrawing.Draw(new Drawing(family, variant)) is not { } svg)
            return Results.NotFound();

        context.Response.Headers.CacheControl = "public, max-age=604800, immutable";
        context.Response.Headers.ContentSecurityPolicy = ProductDrawing.ContentSecurityPolicy;
        return Results.Text(svg, "image/svg+xml");
    }
}
