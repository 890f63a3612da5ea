using Saima.Api.Callers;
using Saima.Api.Problems;
using Saima.Api.Reading;
using Saima.Api.Reference;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;

namespace Saima.Api.Catalogue;

/// <summary>Who sells here? The operator puts suppliers in and takes them out; a supplier's key reads its own.</summary>
internal static class SellerCalls
{
    private const string Tag = "Catalogue";

    public static void MapSellers(this IEndpointRouteBuilder v1)
    {
        v1.MapPut("/sellers", Put).Needs(ApiScopes.CatalogueWrite, operatorOnly: true).Takes<SellerDocument>("supplier")
            .WithSummary("Put suppliers").WithTags(Tag);
        v1.MapDelete("/sellers/{id}", DeleteAsync).Needs(ApiScopes.CatalogueWrite, operatorOnly: true).Produces<DeletedAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Delete a supplier").WithDescription("Refused with 409 while it has products.").WithTags(Tag);
        v1.MapGet("/sellers", ListAsync).Needs(ApiScopes.Read).Produces<ListAnswer<SellerDocument>>().Listed()
            .WithSummary("List suppliers in order of id").WithTags(Tag);
        v1.MapGet("/sellers/{id}", FindAsync).Needs(ApiScopes.Read).Produces<SellerDocument>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Read one supplier").WithTags(Tag);
    }

    private static Task<IResult> Put(HttpContext context, PutSellers put, CancellationToken cancel) =>
        BulkCall.RunAsync(context, (body, options) => put.RunAsync(body, options, cancel));

    private static async Task<IResult> DeleteAsync(string id, DeleteSeller delete, CancellationToken cancel)
    {
        var answer = await delete.RunAsync(id, cancel);
        return answer.Outcome switch
        {
            DeleteOutcome.Deleted => TypedResults.Ok(new DeletedAnswer(answer.Sequence)),
            DeleteOutcome.HasProducts => Problem.Of(
                StatusCodes.Status409Conflict, $"The supplier has {answer.LiveProducts} products: delete them first.", new FieldError("id", "names a supplier with products")),
            _ => Problem.NotFound(),
        };
    }

    private static async Task<IResult> ListAsync(HttpContext context, ReadCatalogue catalogue, CancellationToken cancel)
    {
        var query = new QueryFields(context.Request.Query);
        var (after, limit) = (query.After(), query.Limit());
        if (query.Errors.Count > 0)
            return Problem.OfFields(query.Errors);
        if (context.Caller().SellerId is { } own)
            return TypedResults.Ok(await OwnAsync(own, after, catalogue, cancel));
        var page = await catalogue.ListSellersAsync(after, limit, cancel);
        return TypedResults.Ok(new ListAnswer<SellerDocument>([.. page.Items.Select(SellerDocument.Of)], page.Next));
    }

    private static async Task<ListAnswer<SellerDocument>> OwnAsync(string own, string? after, ReadCatalogue catalogue, CancellationToken cancel) =>
        string.CompareOrdinal(own, after) > 0 && await catalogue.FindSupplierAsync(own, cancel) is { } card
            ? new ListAnswer<SellerDocument>([SellerDocument.Of(card.Seller)], null)
            : new ListAnswer<SellerDocument>([], null);

    private static async Task<IResult> FindAsync(string id, HttpContext context, ReadCatalogue catalogue, CancellationToken cancel) =>
        context.Caller().Owns(id) && await catalogue.FindSupplierAsync(id, cancel) is { } card
            ? TypedResults.Ok(SellerDocument.Of(card.Seller))
            : Problem.NotFound();
}
