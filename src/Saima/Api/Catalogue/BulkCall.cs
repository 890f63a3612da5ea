using Saima.Api.Problems;
using Saima.Api.Reading;
using Saima.Api.Reference;
using Saima.Market.Catalogue;

namespace Saima.Api.Catalogue;

/// <summary>How is a bulk body taken from the wire? The same way for categories, suppliers and products.</summary>
internal static class BulkCall
{
    private static readonly string[] Media = [MediaType.Lines, MediaType.Json];

    /// <summary>Reads the address and the body's form, then lets <paramref name="put"/> read the body.</summary>
    public static async Task<IResult> RunAsync(HttpContext context, Func<Stream, BulkOptions, Task<BulkAnswer>> put)
    {
        if (MediaType.Refusal(context.Request, Media) is { } refusal)
            return refusal;
        var query = new QueryFields(context.Request.Query);
        var options = new BulkOptions { IsAtomic = query.Flag("atomic"), IsStrict = query.Flag("strict") };
        return query.Errors.Count > 0 ? Problem.OfFields(query.Errors) : TypedResults.Ok(await put(context.Request.Body, options));
    }

    /// <summary>What the document says of such a call.</summary>
    public static RouteHandlerBuilder Takes<TDocument>(this RouteHandlerBuilder call, string what)
        where TDocument : notnull =>
        call.Flag("atomic", "True: everything or nothing.").Accepts<TDocument>(MediaType.Lines, MediaType.Json)
            .Produces<BulkAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithDescription(
                $"One {what} a line (or a JSON array). Good lines are taken and bad ones named in `errors` by line, id, field and message; a {what} that is there already "
                + "becomes what the line says. With `?atomic=true` everything or nothing is taken: `accepted` is 0 if a line was refused.");
}
