using Saima.Api.Callers;
using Saima.Api.Problems;
using Saima.Api.Reading;
using Saima.Api.Reference;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;

namespace Saima.Api.Catalogue;

/// <summary>What is for sale? A supplier's key puts, deletes and reads its own products, the operator's everybody's.</summary>
internal static class ProductCalls
{
    private const string Tag = "Catalogue";

    public static void MapProducts(this IEndpointRouteBuilder v1)
    {
        v1.MapPut("/products", Put).Needs(ApiScopes.CatalogueWrite).Takes<ProductDocument>("product")
            .Flag("strict", "True: a product of an unknown category is refused instead of making the category.")
            .WithSummary("Put products").WithTags(Tag);
        v1.MapDelete("/products/{id}", DeleteAsync).Needs(ApiScopes.CatalogueWrite).Produces<DeletedAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Delete a product").WithTags(Tag);
        v1.MapGet("/products", ListAsync).Needs(ApiScopes.Read).Produces<ListAnswer<ProductDocument>>().Listed()
            .WithSummary("List products in order of id").WithTags(Tag);
        v1.MapGet("/products/{id}", FindAsync).Needs(ApiScopes.Read).Produces<ProductDocument>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Read one product").WithTags(Tag);
    }

    private static Task<IResult> Put(HttpContext context, PutProducts put, CancellationToken cancel)
    {
        var own = context.Caller().SellerId;
        return BulkCall.RunAsync(context, (body, options) => put.RunAsync(body, options with { OnlySellerId = own }, cancel));
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, DeleteProduct delete, CancellationToken cancel)
    {
        var answer = await delete.RunAsync(id, context.Caller().SellerId, cancel);
        return answer.Outcome == DeleteOutcome.Deleted ? TypedResults.Ok(new DeletedAnswer(answer.Sequence)) : Problem.NotFound();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ReadCatalogue catalogue, CancellationToken cancel)
    {
        var query = new QueryFields(context.Request.Query);
        var (after, limit) = (query.After(), query.Limit());
        if (query.Errors.Count > 0)
            return Problem.OfFields(query.Errors);
        var own = context.Caller().SellerId;
        var supplier = own is null ? null : await catalogue.FindSupplierAsync(own, cancel);
        if (own is not null && supplier is null)
            return TypedResults.Ok(new ListAnswer<ProductDocument>([], null));
        var page = await catalogue.ListProductsAsync(after, limit, supplier?.Seller.Slot, cancel);
        return TypedResults.Ok(new ListAnswer<ProductDocument>([.. page.Items.Select(card => card.ToDocument())], page.Next));
    }

    private static async Task<IResult> FindAsync(string id, HttpContext context, ReadCatalogue catalogue, CancellationToken cancel) =>
        await catalogue.FindProductAsync(id, cancel) is { } card && context.Caller().Owns(card.Seller.Id)
            ? TypedResults.Ok(card.ToDocument())
            : Problem.NotFound();
}
