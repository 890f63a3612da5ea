using System.Text;
using System.Text.Json;
using Saima.Api.Callers;
using Saima.Api.Reading;
using Saima.Engine.Policies;
using Saima.Market;
using Saima.Market.Accounts;
using Saima.Market.Policies;

namespace Saima.Api.Policies;

/// <summary>By which rule are places given? The one in force is everybody's to read.</summary>
internal static class PolicyCalls
{
    private const string Tag = "Rules";

    public static void MapPolicies(this IEndpointRouteBuilder v1)
    {
        v1.MapGet("/policies/current", CurrentAsync).Produces<Policy>()
            .WithSummary("Read the rule in force, whole").WithDescription("Needs no key.").WithTags(Tag);
        v1.MapGet("/policies", ListAsync).Needs(ApiScopes.Read).Produces<ListAnswer<PolicyVersion>>()
            .WithSummary("List all versions of all rules").WithTags(Tag);
    }

    // As it was written: to the letter what the engine reads.
    private static async Task<IResult> CurrentAsync(CurrentPolicy policies, CancellationToken cancel) =>
        TypedResults.Text((await policies.ReadAsync(cancel)).Json, MediaType.Json, Encoding.UTF8);

    private static async Task<IResult> ListAsync(CurrentPolicy policies, CancellationToken cancel)
    {
        var current = await policies.ReadAsync(cancel);
        var all = await policies.ListAsync(cancel);
        return TypedResults.Ok(new ListAnswer<PolicyVersion>([.. all.Select(text => VersionOf(text, current))], null));
    }

    private static PolicyVersion VersionOf(PolicyText text, PolicyText current) => new(
        text.Name,
        text.Version,
        text.Name == current.Name && text.Version == current.Version,
        text.ActivatedAtMicros is { } at ? UnixMicros.ToInstant(at) : null,
        JsonElement.Parse(text.Json));
}
