using Microsoft.OpenApi;
using Saima.Api.Callers;

namespace Saima.Api.Reference;

/// <summary>What can be called, said for machines at <c>/openapi/v1.json</c>?</summary>
internal static class ContractDocument
{
    public const string Route = "/openapi/{documentName}.json";

    private const string KeyScheme = "key";

    public static void AddContractDocument(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsScope>().Any())
                    operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
                return Task.CompletedTask;
            });
        });

    public static void MapContractDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi(Route);

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Saima",
            Version = "v1",
            Description = "An open B2B market with an explainable traffic allocator. Errors are problem details (RFC 9457) with `errors`: field and message. "
                + "Ids are the caller's: 1–64 of `A–Z a–z 0–9 . _ : -`. Times are RFC 3339.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
    }
}
