using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Saima.Market;
using Saima.Market.Traffic;

namespace Saima.Tests.Api;

public sealed class EventCallTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Every_type_is_taken()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync(Some.Ask("types"));
        var (id, product, at) = (given.Text("allocationId"), given.Products()[0], At());
        var answer = await admin.TellAsync(
            $$"""{"id":"t-1","type":"visit","at":"{{at}}","visitId":"types"}""",
            $$"""{"id":"t-2","type":"impression","at":"{{at}}","allocationId":"{{id}}","shown":["{{product}}"]}""",
            $$"""{"id":"t-3","type":"click","at":"{{at}}","allocationId":"{{id}}","productId":"{{product}}"}""",
            $$"""{"id":"t-4","type":"favourite","at":"{{at}}","allocationId":"{{id}}","productId":"{{product}}"}""",
            $$"""{"id":"t-5","type":"inquiry","at":"{{at}}","allocationId":"{{id}}","productId":"{{product}}","buyerId":"b-1"}""",
            $$"""{"id":"t-6","type":"reply","at":"{{at}}","inquiryId":"t-5","by":"person"}""",
            $$"""{"id":"t-7","type":"order","at":"{{at}}","orderId":"o-1","productId":"{{product}}","inquiryId":"t-5","amount":4200,"currency":"USD"}""");
        answer.AsObject().Select(member => member.Key).ShouldBe(["accepted", "duplicates", "unverified", "rejected", "errors", "sequence"]);
        answer.Number("accepted").ShouldBe(7, answer.ToJsonString());
        answer.Number("unverified").ShouldBe(0);
    }

    [Fact]
    public async Task Second_sending_is_a_duplicate_and_another_content_a_conflict()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync(Some.Ask("twice"));
        var click = Click("d-1", given, given.Products()[0]);
        (await admin.TellAsync(click)).Number("accepted").ShouldBe(1);

        var answer = await admin.TellAsync(click, Click("d-1", given, given.Products()[1]), Click("d-2", given, given.Products()[0]), Click("d-2", given, given.Products()[0]));
        answer.Number("accepted").ShouldBe(1);
        answer.Number("duplicates").ShouldBe(2);
        answer.Number("rejected").ShouldBe(1);
        answer["errors"]![0]!.ToJsonString().ShouldContain("conflict");
    }

    [Fact]
    public async Task Event_of_a_decision_whose_record_is_not_here_is_unverified()
    {
        using var admin = host.Admin();
        var minted = host.App.Services.GetRequiredService<AllocationIdMint>().Next(UnixMicros.From(host.Clock.Now));
        var answer = await admin.TellAsync($$"""{"id":"u-1","type":"click","at":"{{At()}}","allocationId":"{{minted}}","productId":"p-1"}""");
        answer.Number("accepted").ShouldBe(1);
        answer.Number("unverified").ShouldBe(1);
    }

    [Fact]
    public async Task Id_with_a_false_signature_is_rejected()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync(Some.Ask("forged"));
        var id = given.Text("allocationId");
        var forged = id[..^1] + (id[^1] == '0' ? '1' : '0');
        await ShouldReject(admin, $$"""{"id":"f-1","type":"click","at":"{{At()}}","allocationId":"{{forged}}","productId":"{{given.Products()[0]}}"}""", "allocationId");
        await ShouldReject(admin, $$"""{"id":"f-2","type":"click","at":"{{At()}}","allocationId":"nonsense","productId":"p-1"}""", "allocationId");
    }

    [Fact]
    public async Task Product_that_was_not_shown_is_rejected()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync(Some.Ask("page", """{"size":3}"""));
        var other = Enumerable.Range(0, ApiHost.Pumps).Select(p => $"p-{p}").First(id => !given.Products().Contains(id));
        await ShouldReject(admin, Click("n-1", given, other), "productId");
        await ShouldReject(admin, $$"""{"id":"n-2","type":"impression","at":"{{At()}}","allocationId":"{{given.Text("allocationId")}}","shown":["{{other}}"]}""", "shown");
    }

    [Fact]
    public async Task Product_that_was_shown_is_known_when_it_is_gone()
    {
        using var admin = host.Admin();
        await admin.PutLinesAsync("products", Some.Product("fleeting", title: "Fleeting thing"));
        await host.BeatAsync();
        var given = await admin.AllocateAsync(Some.Ask("fleeting", intent: """{"query":"fleeting thing"}"""));
        await admin.DeleteAsync("/api/v1/products/fleeting");
        await host.BeatAsync();
        (await admin.TellAsync(Click("g-1", given, "fleeting"))).Number("accepted").ShouldBe(1);
    }

    [Theory]
    [InlineData(-30, -1, false)]
    [InlineData(-30, 1, true)]
    [InlineData(0, 299, true)]
    [InlineData(0, 301, false)]
    public async Task Time_lies_within_thirty_days_back_and_five_minutes_ahead(int days, int seconds, bool isTaken)
    {
        using var admin = host.Admin();
        var at = host.Clock.Now.AddDays(days).AddSeconds(seconds).ToString("O", CultureInfo.InvariantCulture);
        var visit = $$"""{"id":"time-{{Math.Abs(days)}}-{{seconds + 1}}","type":"visit","at":"{{at}}","visitId":"v"}""";
        if (isTaken)
            (await admin.TellAsync(visit)).Number("accepted").ShouldBe(1);
        else
            await ShouldReject(admin, visit, "at");
    }

    [Theory]
    [InlineData("""{"id":"m-1","type":"quoteAwarded","at":"2026-11-22T10:00:00Z"}""", "type")]
    [InlineData("""{"id":"m-2","type":"click","at":"2026-11-22T10:00:00Z"}""", "allocationId", "productId")]
    [InlineData("""{"id":"m-3","type":"visit","at":"yesterday"}""", "at", "visitId")]
    [InlineData("""{"type":"visit","at":"2026-11-22T10:00:00Z","visitId":"v"}""", "id")]
    [InlineData("""{"id":"m-5","type":"order","at":"2026-11-22T10:00:00Z","productId":"p-1","amount":-1}""", "amount", "orderId", "visitId")]
    public async Task What_is_missing_is_named(string line, params string[] fields)
    {
        using var admin = host.Admin();
        var answer = await admin.TellAsync(line);
        answer.Number("accepted").ShouldBe(0);
        answer["errors"]!.AsArray().Select(error => error!.Text("field")).Order(StringComparer.Ordinal).ShouldBe(fields);
    }

    [Fact]
    public async Task All_or_nothing_is_not_promised_for_events()
    {
        using var admin = host.Admin();
        (await (await admin.PostJsonAsync("events?atomic=true", "[]")).ProblemAsync(HttpStatusCode.BadRequest)).ShouldBe(["atomic"]);
    }

    private async Task ShouldReject(HttpClient client, string line, string field)
    {
        var answer = await client.TellAsync(line);
        answer.Number("accepted").ShouldBe(0, line);
        answer.Number("rejected").ShouldBe(1);
        answer["errors"]!.AsArray().Select(error => error!.Text("field")).ShouldContain(field);
    }

    private string Click(string id, JsonNode given, string product) =>
        $$"""{"id":"{{id}}","type":"click","at":"{{At()}}","allocationId":"{{given.Text("allocationId")}}","productId":"{{product}}"}""";

    private string At() => host.Clock.Now.ToString("O", CultureInfo.InvariantCulture);
}
