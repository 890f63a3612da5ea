using System.Globalization;
using System.Text.Json.Nodes;

namespace Saima.Tests.Api;

public sealed class StoryTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Product_that_buyers_choose_rises_and_its_explanation_says_why()
    {
        using var admin = host.Admin();
        var before = await admin.AllocateAsync(Some.Ask("before"));
        var product = before.Products()[9];
        var old = await admin.ReadAsync($"allocations/{before.Text("allocationId")}/explanations/{product}");
        old.Number("slot").ShouldBe(10);

        for (var visit = 1; visit <= 12; visit++)
            await ChooseAsync(admin, visit, product);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.BeatAsync();

        var after = await admin.AllocateAsync(Some.Ask("after"));
        after.Number("learnedThrough").ShouldBeGreaterThan(before.Number("learnedThrough"));
        var now = await admin.ReadAsync($"allocations/{after.Text("allocationId")}/explanations/{product}");
        now.Number("slot").ShouldBeLessThan(10);
        foreach (var stage in new[] { "click", "inquiry", "order" })
            Feature(now, stage, "product").ShouldBeGreaterThan(Feature(old, stage, "product"), stage);
        now["score"]!["terms"]!.AsArray().Sum(term => term!["log"]!.GetValue<double>()).ShouldBe(now["score"]!["log"]!.GetValue<double>(), 1e-9);

        // What was decided then is explained as it was then.
        (await admin.ReadAsync($"allocations/{before.Text("allocationId")}/explanations/{product}")).ToJsonString().ShouldBe(old.ToJsonString());
    }

    private async Task ChooseAsync(HttpClient admin, int visit, string product)
    {
        var given = await admin.AllocateAsync(Some.Ask($"buyer-{visit}"));
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        var at = host.Clock.Now.ToString("O", CultureInfo.InvariantCulture);
        var place = $"\"at\":\"{at}\",\"allocationId\":\"{given.Text("allocationId")}\",\"productId\":\"{product}\"";
        var answer = await admin.TellAsync(
            $$"""{"id":"c-{{visit}}","type":"click",{{place}}}""",
            $$"""{"id":"i-{{visit}}","type":"inquiry","buyerId":"b-{{visit}}",{{place}}}""",
            $$"""{"id":"o-{{visit}}","type":"order","orderId":"order-{{visit}}","buyerId":"b-{{visit}}",{{place}}}""");
        answer.Number("accepted").ShouldBe(3, answer.ToJsonString());
    }

    private static double Feature(JsonNode explanation, string stage, string name) =>
        explanation["score"]!["terms"]!.AsArray().Single(term => term!.Text("name") == stage)!["features"]!.AsArray()
            .Single(feature => feature!.Text("name") == name)!["value"]!.GetValue<double>();
}
