using System.Text.Json.Nodes;

namespace Saima.Tests.Api;

public sealed class QueryExplanationTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("Stahl Pumpe", """{"held":["steel","pump"],"lacked":[],"corrected":[],"translated":[{"from":"Stahl","to":"steel","language":"de"},{"from":"Pumpe","to":"pump","language":"de"}],"relaxed":[]}""")]
    [InlineData("stehl pump", """{"held":["steel","pump"],"lacked":[],"corrected":[{"from":"stehl","to":"steel"}],"translated":[],"relaxed":[]}""")]
    [InlineData("steel pump zirconia", """{"held":["steel","pump"],"lacked":["zirconia"],"corrected":[],"translated":[],"relaxed":["zirconia"]}""")]
    [InlineData("steel pump", """{"held":["steel","pump"],"lacked":[],"corrected":[],"translated":[],"relaxed":[]}""")]
    public async Task A_shown_product_is_told_what_became_of_the_words_and_which_of_them_it_holds(string query, string told)
    {
        using var admin = host.Admin();
        var given = await AskAsync(admin, query);
        var answer = await ExplainAsync(admin, given, given.Products()[0]);
        answer.Text("basis").ShouldBe("recorded");
        JsonNode.DeepEquals(answer["query"], JsonNode.Parse(told)).ShouldBeTrue(answer["query"]!.ToJsonString());
    }

    [Fact]
    public async Task A_product_that_does_not_match_is_told_what_it_lacks()
    {
        using var admin = host.Admin();
        await admin.PutLinesAsync("products", Some.Product("valve-1", title: "Steel valve"));
        await host.BeatAsync();
        var query = (await ExplainAsync(admin, await AskAsync(admin, "steel pump"), "valve-1"))["query"]!;
        query["held"]!.ToJsonString().ShouldBe("""["steel"]""");
        query["lacked"]!.ToJsonString().ShouldBe("""["pump"]""");
    }

    [Fact]
    public async Task A_product_that_is_gone_is_told_how_the_query_was_read_and_not_what_it_held()
    {
        using var admin = host.Admin();
        await admin.PutLinesAsync("products", Some.Product("gone-1", title: "Steel pump for a while"));
        await host.BeatAsync();
        var given = await AskAsync(admin, "stehl pump while");
        given.Products().ShouldContain("gone-1");
        (await admin.DeleteAsync("/api/v1/products/gone-1")).IsSuccessStatusCode.ShouldBeTrue();
        await host.BeatAsync();
        var query = (await ExplainAsync(admin, given, "gone-1"))["query"]!;
        query["held"].ShouldBeNull();
        query["lacked"].ShouldBeNull();
        query["corrected"]!.ToJsonString().ShouldBe("""[{"from":"stehl","to":"steel"}]""");
    }

    [Fact]
    public async Task Which_words_anothers_product_holds_is_not_told_to_a_supplier()
    {
        using var supplier = host.As(host.BoundKey);
        var given = await AskAsync(supplier, "stehl pump");
        foreach (var slot in given["slots"]!.AsArray().Take(30))
        {
            var query = (await ExplainAsync(supplier, given, slot!.Text("productId")))["query"]!;
            (query["held"] is not null).ShouldBe(slot!.Text("sellerId") == ApiHost.OwnSeller);
            (query["lacked"] is not null).ShouldBe(slot!.Text("sellerId") == ApiHost.OwnSeller);
            query["corrected"]!.AsArray().Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task Where_a_category_led_there_is_no_query()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync(Some.Ask("by-category", intent: """{"category":"Pumps"}"""));
        var answer = await ExplainAsync(admin, given, given.Products()[0]);
        answer.AsObject().ContainsKey("query").ShouldBeTrue();
        answer["query"].ShouldBeNull();
    }

    [Fact]
    public async Task Document_names_what_is_told_of_a_query()
    {
        using var client = host.As(null);
        var schemas = (await (await client.GetAsync("/openapi/v1.json")).ReadAsync())["components"]!["schemas"]!;
        schemas["ExplanationAnswer"]!["properties"]!["query"]!.ToJsonString().ShouldContain("#/components/schemas/QueryAnswer");
        schemas["QueryAnswer"]!["properties"]!.AsObject().Select(member => member.Key).ShouldBe(["held", "lacked", "corrected", "translated", "relaxed"]);
    }

    private static Task<JsonNode> AskAsync(HttpClient client, string query) =>
        client.AllocateAsync(Some.Ask("query-" + query.Replace(' ', '-'), intent: $$"""{"query":"{{query}}"}"""));

    private static Task<JsonNode> ExplainAsync(HttpClient client, JsonNode given, string product) =>
        client.ReadAsync($"allocations/{given.Text("allocationId")}/explanations/{product}");
}
