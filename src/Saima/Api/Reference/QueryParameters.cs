using Microsoft.OpenApi;

namespace Saima.Api.Reference;

/// <summary>Says in the document what a call reads behind the question mark.</summary>
/// <remarks>The calls read it themselves, so that a wrong value is refused by its name and not by the framework without one.</remarks>
internal static class QueryParameters
{
    public static RouteHandlerBuilder Flag(this RouteHandlerBuilder call, string name, string description) =>
        call.With(name, description, () => new OpenApiSchema { Type = JsonSchemaType.Boolean });

    /// <summary>The two that every list has.</summary>
    public static RouteHandlerBuilder Listed(this RouteHandlerBuilder call) =>
        call.With("after", "The `next` of the part before.", () => new OpenApiSchema { Type = JsonSchemaType.String })
            .With("limit", "How many; 100 unless said.", () => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "200" })
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static RouteHandlerBuilder With(this RouteHandlerBuilder call, string name, string description, Func<OpenApiSchema> schema) =>
        call.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema() });
            return Task.CompletedTask;
        });
}
