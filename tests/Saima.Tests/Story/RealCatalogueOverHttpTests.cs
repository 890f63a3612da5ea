using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Saima.Market.Accounts;
using Saima.Market.Traffic;
using Saima.Tests.Browser;
using Saima.Tests.Import;

namespace Saima.Tests.Story;

/// <summary>The first path over HTTP: real products go in, a page explains itself, and what buyers do changes the next page.</summary>
public sealed class RealCatalogueOverHttpTests
{
    private const string Key = "a-key-that-only-this-test-knows";
    private const int Buyers = 15;
    private const int MostLooks = 600;

    [Fact]
    public async Task The_tenth_product_rises_within_seconds_and_its_explanation_names_what_changed()
    {
        Assert.SkipUnless(IcecatTests.Products.Exists, $"the test data is not here: {IcecatTests.Products.FullName}");
        var cancel = TestContext.Current.CancellationToken;
        var folder = ServedMarket.NewFolder();
        await RealCatalogue.ImportAsync(folder, cancel);
        await using var market = await ServedMarket.OpenAsync(folder, cancel);
        await market.Services.GetRequiredService<IssueKey>().AdoptAsync("test", Key, cancel);
        using var http = new HttpClient { BaseAddress = new Uri(market.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Key);

        var first = await AllocateAsync(http, "v-first");
        var slots = first["slots"]!.AsArray();
        slots.Count.ShouldBe(48);
        ((int)first["matched"]!).ShouldBe((int)first["raced"]!);
        var product = (string)slots[9]!["productId"]!;
        var before = await ExplainAsync(http, first, product);

        var through = 0L;
        for (var buyer = 0; buyer < Buyers; buyer++)
            through = await BuyAsync(http, $"v-{buyer}", product);
        var (last, place) = await WaitAsync(http, through, product);

        place.ShouldBeInRange(1, 9);
        var after = await ExplainAsync(http, last, product);
        foreach (var term in new[] { "click", "inquiry" })
        {
            Feature(after, term, "product").ShouldBeGreaterThan(Feature(before, term, "product"));
            Term(after, term).ShouldBeGreaterThan(Term(before, term));
        }

        Feature(after, "order", "product").ShouldBe(Feature(before, "order", "product"), 0.2);
        Term(after, "match").ShouldBe(Term(before, "match"), 1e-6);
        after["score"]!["terms"]!.AsArray().Sum(term => (double)term!["log"]!).ShouldBe((double)after["score"]!["log"]!, 1e-5);
        TestContext.Current.TestOutputHelper!.WriteLine($"{product}: place 10 before, place {place} after {Buyers} buyers");
        Balanced(market.Services.GetRequiredService<LiveEngine>());
    }

    private static async Task<JsonObject> AllocateAsync(HttpClient http, string visit, string? cursor = null)
    {
        var answer = await http.PostAsJsonAsync(
            "/api/v1/allocations",
            new { intent = new { query = "laptop" }, visit = new { id = visit }, page = new { size = 48, cursor } });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static async Task<JsonObject> ExplainAsync(HttpClient http, JsonObject page, string product) =>
        (await http.GetFromJsonAsync<JsonObject>($"/api/v1/allocations/{(string)page["allocationId"]!}/explanations/{product}"))!;

    // Near-equals take turns, so a visitor may have to turn pages until he finds the product.
    private static async Task<JsonObject> FindAsync(HttpClient http, string visit, string product)
    {
        var page = await AllocateAsync(http, visit);
        while (!page["slots"]!.AsArray().Any(slot => (string)slot!["productId"]! == product))
        {
            page["next"].ShouldNotBeNull($"{product} is on no page of {visit}");
            page = await AllocateAsync(http, visit, (string)page["next"]!);
        }

        return page;
    }

    // A visitor who found the product opens it and asks; the log's sequence that holds both.
    private static async Task<long> BuyAsync(HttpClient http, string visit, string product)
    {
        var page = await FindAsync(http, visit, product);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()).ToString("O");
        var allocation = (string)page["allocationId"]!;
        var lines = new StringBuilder();
        foreach (var type in new[] { "click", "inquiry" })
        {
            lines.AppendLine(
                $$"""{"id":"{{type}}-{{visit}}","type":"{{type}}","at":"{{at}}","allocationId":"{{allocation}}","productId":"{{product}}","buyerId":"b-{{visit}}"}""");
        }

        var answer = await http.PostAsync("/api/v1/events", new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson"));
        answer.EnsureSuccessStatusCode();
        var taken = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        ((int)taken["accepted"]!).ShouldBe(2);
        return (long)taken["sequence"]!;
    }

    // Bounded by looks and not by a clock: a busy machine makes them slower, not fewer. A look is some milliseconds.
    private static async Task<(JsonObject Page, int Place)> WaitAsync(HttpClient http, long through, string product)
    {
        for (var look = 0; ; look++)
        {
            var page = await AllocateAsync(http, $"v-look-{look}");
            var place = page["slots"]!.AsArray().ToList().FindIndex(slot => (string)slot!["productId"]! == product) + 1;
            if (look == MostLooks || ((long)page["learnedThrough"]! >= through && place > 0))
                return (page, place);
        }
    }

    private static double Term(JsonObject explained, string name) => (double)TermOf(explained, name)["log"]!;

    private static double Feature(JsonObject explained, string name, string feature) =>
        (double)TermOf(explained, name)["features"]!.AsArray().Single(one => (string)one!["name"]! == feature)!["value"]!;

    private static JsonNode TermOf(JsonObject explained, string name) =>
        explained["score"]!["terms"]!.AsArray().Single(term => (string)term!["name"]! == name)!;

    private static void Balanced(LiveEngine engine)
    {
        engine.Exposures.Given.ShouldBeGreaterThan(48 * Buyers);
        engine.Exposures.ReceivedByAllProducts().ShouldBe(engine.Exposures.Given);
        engine.Exposures.ReceivedByAllSellers().ShouldBe(engine.Exposures.Given);
    }
}
