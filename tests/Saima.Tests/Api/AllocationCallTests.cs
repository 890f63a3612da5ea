using System.Net;
using System.Text.Json.Nodes;
using Saima.Market.Accounts;

namespace Saima.Tests.Api;

public sealed class AllocationCallTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Answer_has_what_the_contract_says()
    {
        using var admin = host.Admin();
        var answer = await admin.AllocateAsync(Some.Ask("shape", """{"size":5}"""));
        answer.AsObject().Select(member => member.Key).ShouldBe([
            "allocationId", "policy", "source", "matched", "raced", "relaxed", "corrected", "translated", "synonyms", "tookMicros", "catalogueThrough", "learnedThrough", "slots", "next",
        ]);
        answer["policy"]!.ToJsonString().ShouldBe("""{"name":"open","version":1}""");
        answer["source"]!.ToJsonString().ShouldBe("""{"intent":"keyword"}""");
        answer.Number("matched").ShouldBe(ApiHost.Pumps);
        answer.Number("raced").ShouldBe(ApiHost.Pumps);
        answer.Text("next").ShouldBe(answer.Text("allocationId"));
        answer.Number("catalogueThrough").ShouldBeGreaterThan(0);
        var slot = answer["slots"]![4]!;
        slot.AsObject().Select(member => member.Key).ShouldBe(["slot", "productId", "sellerId", "lane", "propensity", "expected"]);
        slot.Number("slot").ShouldBe(5);
        slot.Text("lane").ShouldBeOneOf("merit", "newcomer");
        slot["propensity"]!.GetValue<double>().ShouldBeInRange(double.Epsilon, 1);
        slot["expected"]!.AsObject().Select(member => member.Key).ShouldBe(["click", "inquiry", "order"]);
        slot["expected"]!["click"]!.GetValue<double>().ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task Page_is_read_again_as_it_was_given()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync(Some.Ask("again", """{"size":5}"""));
        Same(await admin.ReadAsync("allocations/" + given.Text("allocationId")), given);
    }

    [Fact]
    public async Task Explained_slots_have_terms_that_add_up()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync("""{"intent":{"query":"steel pump"},"visit":{"id":"terms"},"page":{"size":3},"explain":true}""");
        foreach (var slot in given["slots"]!.AsArray())
            slot!["score"]!["terms"]!.AsArray().Sum(term => term!["log"]!.GetValue<double>()).ShouldBe(slot["score"]!["log"]!.GetValue<double>(), 1e-9);
        Same(await admin.ReadAsync($"allocations/{given.Text("allocationId")}?explain=true"), given);
    }

    [Fact]
    public async Task Same_id_answers_the_same_and_records_nothing_new()
    {
        using var admin = host.Admin();
        const string body = """{"id":"mine:1","intent":{"query":"steel pump"},"visit":{"id":"once"},"page":{"size":5}}""";
        var first = await admin.AllocateAsync(body);
        var both = await Task.WhenAll(admin.AllocateAsync(body), admin.AllocateAsync(body));
        Same(both[0], first);
        Same(both[1], first);

        host.Clock.Advance(TimeSpan.FromHours(24.1));
        (await admin.AllocateAsync(body)).Text("allocationId").ShouldNotBe(first.Text("allocationId"));
    }

    [Fact]
    public async Task Two_suppliers_may_choose_one_id()
    {
        using var one = host.As(await host.IssueAsync(ApiScopes.Allocate, "s-2"));
        using var other = host.As(await host.IssueAsync(ApiScopes.Allocate, "s-3"));
        const string body = """{"id":"chosen-by-both","intent":{"query":"steel pump"},"visit":{"id":"two"}}""";
        (await one.AllocateAsync(body)).Text("allocationId").ShouldNotBe((await other.AllocateAsync(body)).Text("allocationId"));
    }

    [Fact]
    public async Task Chain_of_cursors_gives_every_match_once()
    {
        using var admin = host.Admin();
        var products = new List<string>();
        var slots = new List<int>();
        JsonNode? next = null;
        do
        {
            var page = await admin.AllocateAsync(Some.Ask("chain", next is null ? """{"size":7}""" : $$"""{"size":7,"cursor":"{{next}}"}"""));
            products.AddRange(page.Products());
            slots.AddRange(page["slots"]!.AsArray().Select(slot => slot!.Number("slot")));
            next = page["next"];
        }
        while (next is not null);
        slots.ShouldBe(Enumerable.Range(1, ApiHost.Pumps));
        products.Distinct().Count().ShouldBe(ApiHost.Pumps);
    }

    [Fact]
    public async Task Chain_that_begins_by_number_gives_the_rest_once()
    {
        using var admin = host.Admin();
        var products = new List<string>();
        for (var number = 1; number <= 3; number++)
            products.AddRange((await admin.AllocateAsync(Some.Ask("numbers", $$"""{"size":7,"number":{{number}}}"""))).Products());
        var next = (await admin.AllocateAsync(Some.Ask("numbers", """{"size":7,"number":3}""")))["next"];
        while (next is not null)
        {
            var page = await admin.AllocateAsync(Some.Ask("numbers", $$"""{"size":7,"cursor":"{{next}}"}"""));
            page["slots"]![0]!.Number("slot").ShouldBe(products.Count + 1);
            products.AddRange(page.Products());
            next = page["next"];
        }

        products.Count.ShouldBe(ApiHost.Pumps);
        products.Distinct().Count().ShouldBe(ApiHost.Pumps);
    }

    [Fact]
    public async Task Page_beyond_the_end_is_empty()
    {
        using var admin = host.Admin();
        var page = await admin.AllocateAsync(Some.Ask("beyond", """{"size":48,"number":3}"""));
        page["slots"]!.AsArray().ShouldBeEmpty();
        page["next"].ShouldBeNull();
        page.Number("matched").ShouldBe(ApiHost.Pumps);
    }

    [Fact]
    public async Task Twentieth_page_is_the_last()
    {
        using var admin = host.Admin();
        var last = await admin.AllocateAsync(Some.Ask("twenty", """{"size":1,"number":20}"""));
        last["next"].ShouldBeNull();
        var further = await admin.PostJsonAsync("allocations", Some.Ask("twenty", $$"""{"size":1,"cursor":"{{last.Text("allocationId")}}"}"""));
        (await further.ProblemAsync(HttpStatusCode.BadRequest)).ShouldBe(["page.cursor"]);
    }

    [Theory]
    [InlineData("another", """{"query":"steel pump"}""")]
    [InlineData("owner", """{"query":"pump steel"}""")]
    [InlineData("owner", """{"query":"steel pump","filters":{"countries":["CN"]}}""")]
    public async Task Cursor_of_another_visit_or_intent_is_refused(string visit, string intent)
    {
        using var admin = host.Admin();
        var cursor = (await admin.AllocateAsync(Some.Ask("owner", """{"size":7}"""))).Text("next");
        var response = await admin.PostJsonAsync("allocations", Some.Ask(visit, $$"""{"size":7,"cursor":"{{cursor}}"}""", intent));
        (await response.ProblemAsync(HttpStatusCode.BadRequest)).ShouldBe(["page.cursor"]);
    }

    [Theory]
    [InlineData("""{"countries":["CN"]}""", 30)]
    [InlineData("""{"countries":["VN","CN"]}""", 60)]
    [InlineData("""{"maxPrice":{"amount":9.99,"currency":"USD"}}""", 0)]
    [InlineData("""{"maxPrice":{"amount":10,"currency":"USD"}}""", 60)]
    [InlineData("""{"maxPrice":{"amount":10,"currency":"CNY"}}""", 0)]
    [InlineData("""{"maxMoq":4}""", 0)]
    [InlineData("""{"maxMoq":5}""", 60)]
    [InlineData("""{"checkedOnly":true}""", 0)]
    [InlineData("""{"category":"Pumps"}""", 60)]
    [InlineData("""{"category":null,"maxPrice":null,"maxMoq":null,"countries":null,"checkedOnly":false}""", 60)]
    public async Task Filter_narrows(string filters, int matched)
    {
        using var admin = host.Admin();
        (await admin.AllocateAsync(Some.Ask(intent: $$"""{"query":"steel pump","filters":{{filters}}}"""))).Number("matched").ShouldBe(matched);
        (await admin.AllocateAsync(Some.Ask(intent: $$"""{"category":"Pumps","filters":{{filters}}}"""))).Number("matched").ShouldBe(matched);
    }

    [Fact]
    public async Task Category_that_leads_is_named_as_the_source()
    {
        using var admin = host.Admin();
        (await admin.AllocateAsync(Some.Ask(intent: """{"category":"Pumps>Steel"}""")))["source"]!.Text("intent").ShouldBe("category");
    }

    [Fact]
    public async Task Deleted_product_keeps_its_name_in_the_record()
    {
        using var admin = host.Admin();
        await admin.PutLinesAsync("sellers", """{"id":"brief","name":"Brief"}""");
        await admin.PutLinesAsync("products", Some.Product("brief-1", "brief", "Unusual gadget"));
        await host.BeatAsync();
        var given = await admin.AllocateAsync(Some.Ask("brief", intent: """{"query":"unusual gadget"}"""));
        given.Products().ShouldBe(["brief-1"]);

        await admin.DeleteAsync("/api/v1/products/brief-1");
        await admin.DeleteAsync("/api/v1/sellers/brief");
        await host.BeatAsync();
        Same(await admin.ReadAsync("allocations/" + given.Text("allocationId")), given);
        (await admin.ReadAsync($"allocations/{given.Text("allocationId")}/explanations/brief-1")).Number("slot").ShouldBe(1);
        (await admin.AllocateAsync(Some.Ask("brief", intent: """{"query":"unusual gadget"}"""))).Number("matched").ShouldBe(0);
    }

    // The time that the race took is of the race, and the second answer has none.
    private static void Same(JsonNode one, JsonNode other)
    {
        one["tookMicros"] = other["tookMicros"]!.DeepClone();
        one.ToJsonString().ShouldBe(other.ToJsonString());
    }
}
