using Saima.Api.Callers;
using Saima.Api.Problems;
using Saima.Api.Reading;
using Saima.Api.Reference;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;
using Saima.Market.Traffic;

namespace Saima.Api.Allocations;

/// <summary>A visit asks for a page; a page that was given can be read again.</summary>
internal static class AllocationCalls
{
    public const string Tag = "Allocations";

    public static void MapAllocations(this IEndpointRouteBuilder v1)
    {
        v1.MapPost("/allocations", GiveAsync).Needs(ApiScopes.Allocate).Accepts<AllocationBody>(MediaType.Json).Produces<AllocationAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Give a visit its page")
            .WithDescription("Every matching product races. The decision is recorded before the answer. A member that is not known here is refused by name.")
            .WithTags(Tag);
        v1.MapGet("/allocations/{id}", FindAsync).Needs(ApiScopes.Read).Produces<AllocationAnswer>()
            .Flag("explain", "True: each slot has the terms of its score.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Read a page as it was given")
            .WithDescription("Products that are gone since keep their ids.")
            .WithTags(Tag);
    }

    private static async Task<IResult> GiveAsync(
        HttpContext context, ReadCatalogue catalogue, AllocatePage allocate, AnswerAllocation answer, CancellationToken cancel)
    {
        var (document, refusal) = await JsonBody.ReadAsync(context.Request, cancel);
        if (document is null)
            return refusal!;
        using var _ = document;
        var errors = new List<FieldError>();
        var body = ReadAllocationBody.Run(document.RootElement, errors);
        if (body is null || errors.Count > 0)
            return Problem.OfFields(errors);
        var call = new MakePageCall(await catalogue.CategoriesAsync(cancel), errors).Run(body, context.Caller());
        if (errors.Count > 0)
            return Problem.OfFields(errors);
        var page = await allocate.RunAsync(call, cancel);
        return TypedResults.Ok(await answer.RunAsync(page, body.Explain, context.Caller(), cancel));
    }

    private static async Task<IResult> FindAsync(string id, HttpContext context, IEventStore log, AnswerAllocation answer, CancellationToken cancel)
    {
        var query = new QueryFields(context.Request.Query);
        var explain = query.Flag("explain");
        if (query.Errors.Count > 0)
            return Problem.OfFields(query.Errors);
        return AllocationId.TryParse(id, out var known) && log.FindAllocation(known) is { } stored
            ? TypedResults.Ok(await answer.RunAsync(GivenPage.Of(stored), explain, context.Caller(), cancel))
            : Problem.NotFound();
    }
}
