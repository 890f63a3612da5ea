using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Saima.Market.Accounts;

namespace Saima.Tests.Api;

public sealed class RouteTableTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Lines = "application/x-ndjson";
    private const string Json = "application/json";

    // Who may make which call? One column each for: no key, an unknown one, one with each scope alone, a supplier's with all that it may have, the admin's.
    // 404 where the call itself is allowed and what it names is not there.
    private static readonly (string Call, string Address, string? Media, string Body, string Statuses)[] Table =
    [
        //                                                                            none unkn cat  allo even read bound admin
        ("PUT /api/v1/categories", "categories", Lines, """{"path":"Valves"}""", "401 401 200 403 403 403 403 200"),
        ("GET /api/v1/categories", "categories", null, "", "401 401 403 403 403 200 200 200"),
        ("GET /api/v1/categories/{**path}", "categories/Pumps%20%3E%20Steel", null, "", "401 401 403 403 403 200 200 200"),
        ("PUT /api/v1/sellers", "sellers", Lines, """{"id":"s-1","name":"Supplier 1"}""", "401 401 200 403 403 403 403 200"),
        ("DELETE /api/v1/sellers/{id}", "sellers/nobody", null, "", "401 401 404 403 403 403 403 404"),
        ("GET /api/v1/sellers", "sellers", null, "", "401 401 403 403 403 200 200 200"),
        ("GET /api/v1/sellers/{id}", "sellers/s-2", null, "", "401 401 403 403 403 200 404 200"),
        ("PUT /api/v1/products", "products", Lines, "", "401 401 200 403 403 403 200 200"),
        ("DELETE /api/v1/products/{id}", "products/nothing", null, "", "401 401 404 403 403 403 404 404"),
        ("GET /api/v1/products", "products", null, "", "401 401 403 403 403 200 200 200"),
        ("GET /api/v1/products/{id}", "products/p-11", null, "", "401 401 403 403 403 200 404 200"),
        ("POST /api/v1/allocations", "allocations", Json, """{"intent":{"query":"pump"},"visit":{"id":"v"}}""", "401 401 403 200 403 403 200 200"),
        ("GET /api/v1/allocations/{id}", "allocations/a-1", null, "", "401 401 403 403 403 404 404 404"),
        ("GET /api/v1/allocations/{id}/explanations/{productId}", "allocations/a-1/explanations/p-1", null, "", "401 401 403 403 403 404 404 404"),
        ("POST /api/v1/events", "events", Lines, "", "401 401 403 403 202 403 202 202"),
        ("GET /api/v1/policies/current", "policies/current", null, "", "200 200 200 200 200 200 200 200"),
        ("GET /api/v1/policies", "policies", null, "", "401 401 403 403 403 200 200 200"),
        ("GET /healthz", "../../healthz", null, "", "200 200 200 200 200 200 200 200"),
        ("GET /readyz", "../../readyz", null, "", "200 200 200 200 200 200 200 200"),
    ];

    [Fact]
    public void Table_names_every_route() => Mapped().ShouldBe(Table.Select(row => row.Call), ignoreOrder: true);

    [Fact]
    public async Task Each_key_opens_what_the_table_says_and_nothing_else()
    {
        string?[] keys =
        [
            null,
            "saima_nobody-has-this-key",
            await host.IssueAsync(ApiScopes.CatalogueWrite),
            await host.IssueAsync(ApiScopes.Allocate),
            await host.IssueAsync(ApiScopes.EventsWrite),
            await host.IssueAsync(ApiScopes.Read),
            host.BoundKey,
            ApiHost.AdminKey,
        ];
        foreach (var (call, address, media, body, statuses) in Table)
        {
            var got = new List<string>();
            foreach (var key in keys)
            {
                using var client = host.As(key);
                var response = await SendAsync(client, call.Split(' ')[0], address, media, body);
                got.Add($"{(int)response.StatusCode}");
                if ((int)response.StatusCode >= 400)
                    await response.ProblemAsync(response.StatusCode);
                if (response.StatusCode == HttpStatusCode.Unauthorized)
                    response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
            }

            string.Join(' ', got).ShouldBe(statuses, call);
        }
    }

    [Theory]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData(ApiHost.AdminKey)]
    public async Task Header_that_shows_no_key_opens_nothing(string header)
    {
        using var client = host.As(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        await (await client.GetAsync("/api/v1/products")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Scheme_is_read_in_any_case()
    {
        using var client = host.As(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "bearer " + ApiHost.AdminKey);
        (await client.GetAsync("/api/v1/products")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string address, string? media, string body) =>
        media is null
            ? client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/" + address))
            : client.SendAsync(new HttpMethod(method), address, Encoding.UTF8.GetBytes(body), media);

    private IEnumerable<string> Mapped() =>
        from endpoint in ((IEndpointRouteBuilder)host.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where route.StartsWith("/api/", StringComparison.Ordinal) || route is "/healthz" or "/readyz"
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select $"{method} {route}";
}
