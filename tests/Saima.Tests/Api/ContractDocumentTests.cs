using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Saima.Tests.Api;

public sealed class ContractDocumentTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Document_lists_exactly_the_mapped_calls()
    {
        var mapped =
            from endpoint in ((IEndpointRouteBuilder)host.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{**", "{", StringComparison.Ordinal)
            where route.StartsWith("/api/", StringComparison.Ordinal) || route is "/healthz" or "/readyz"
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{method} {route}";
        var listed = (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key.ToUpperInvariant()} {path.Key}"));
        listed.ShouldBe(mapped, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_call_is_said_in_words_and_those_that_need_a_key_say_so()
    {
        foreach (var (path, calls) in (await DocumentAsync())["paths"]!.AsObject())
        {
            foreach (var (method, call) in calls!.AsObject())
            {
                call!["summary"]!.GetValue<string>().ShouldNotBeEmpty($"{method} {path}");
                (call!["security"] is not null).ShouldBe(path.StartsWith("/api/", StringComparison.Ordinal) && path != "/api/v1/policies/current", $"{method} {path}");
            }
        }
    }

    [Fact]
    public async Task Allocation_takes_every_member_that_the_document_names()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;
        using var admin = host.Admin();
        var body = Filled(schemas, schemas["AllocationBody"]!, "");
        body["intent"]!.AsObject().Remove("category");
        body["page"]!.AsObject().Remove("cursor");
        (await admin.PostJsonAsync("allocations", body.ToJsonString())).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, body.ToJsonString());
    }

    [Fact]
    public async Task Page_for_people_lets_in_no_other_host()
    {
        using var client = host.As(null);
        var response = await client.GetAsync("/openapi/");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("'nonce-");
        policy.ShouldNotContain("http");
        policy.ShouldNotContain("script-src 'self' 'unsafe-inline'");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("https://");
        (await client.GetAsync("/openapi/scalar.js")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await client.GetAsync("/openapi/v1.json")).Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("nonce");
    }

    private async Task<JsonNode> DocumentAsync()
    {
        using var client = host.As(null);
        return await (await client.GetAsync("/openapi/v1.json")).ReadAsync();
    }

    // An ask that says something in every member.
    private static JsonNode Filled(JsonNode schemas, JsonNode schema, string name)
    {
        if ((schema["$ref"] ?? schema["oneOf"]?.AsArray().Select(one => one!["$ref"]).FirstOrDefault(one => one is not null)) is { } reference)
            return Filled(schemas, schemas[reference.GetValue<string>().Split('/')[^1]]!, name);
        if (schema["properties"] is { } members)
        {
            var filled = new JsonObject();
            foreach (var (member, inner) in members.AsObject())
                filled[member] = Filled(schemas, inner!, member);
            return filled;
        }

        return name switch
        {
            "countries" => new JsonArray("CN"),
            "buyerCountry" => "CN",
            "currency" => "USD",
            "category" => "Pumps",
            "amount" or "maxMoq" or "size" or "number" => 7,
            "checkedOnly" or "explain" or "buyerConfirmed" => true,
            _ => "text",
        };
    }
}
