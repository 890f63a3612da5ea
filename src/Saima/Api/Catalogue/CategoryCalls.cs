using Saima.Api.Callers;
using Saima.Api.Problems;
using Saima.Api.Reading;
using Saima.Api.Reference;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;

namespace Saima.Api.Catalogue;

/// <summary>Which categories are there? Put them, read them; none is ever deleted.</summary>
internal static class CategoryCalls
{
    private const string Tag = "Catalogue";

    public static void MapCategories(this IEndpointRouteBuilder v1)
    {
        v1.MapPut("/categories", Put).Needs(ApiScopes.CatalogueWrite, operatorOnly: true).Takes<CategoryDocument>("category")
            .WithSummary("Put categories").WithTags(Tag);
        v1.MapGet("/categories", ListAsync).Needs(ApiScopes.Read).Produces<ListAnswer<CategoryDocument>>().Listed()
            .WithSummary("List categories in order of path").WithTags(Tag);
        v1.MapGet("/categories/{**path}", FindAsync).Needs(ApiScopes.Read).Produces<CategoryDocument>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Read one category").WithDescription("The whole path is escaped as one part of the address: `Furniture%20%3E%20Beds`.").WithTags(Tag);
    }

    private static Task<IResult> Put(HttpContext context, PutCategories put, CancellationToken cancel) =>
        BulkCall.RunAsync(context, (body, options) => put.RunAsync(body, options, cancel));

    private static async Task<IResult> ListAsync(HttpContext context, ReadCatalogue catalogue, CancellationToken cancel)
    {
        var query = new QueryFields(context.Request.Query);
        var (after, limit) = (query.After(), query.Limit());
        if (query.Errors.Count > 0)
            return Problem.OfFields(query.Errors);
        var page = await catalogue.ListCategoriesAsync(after, limit, cancel);
        return TypedResults.Ok(new ListAnswer<CategoryDocument>([.. page.Items.Select(DocumentOf)], page.Next));
    }

    private static async Task<IResult> FindAsync(string path, ReadCatalogue catalogue, CancellationToken cancel)
    {
        // Routing hands out everything unescaped but the slash, which may stand in a name.
        var plain = path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var tree = await catalogue.CategoriesAsync(cancel);
        return tree.Find(plain) is { } node ? TypedResults.Ok(DocumentOf(node)) : Problem.NotFound();
    }

    private static CategoryDocument DocumentOf(CategoryNode node) =>
        new() { Path = node.Category.Path, Names = new OrderedDictionary<string, string>(node.Names, StringComparer.Ordinal) };
}
