using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Saima.Api.Allocations;
using Saima.Engine.Records;
using Saima.Market.Accounts;
using Saima.Market.Traffic;

namespace Saima.Tests.Api;

public sealed class ExplanationCallTests(ApiHost host) : IClassFixture<ApiHost>
{
    // Which fields does who see? + = they are there, 5 = rounded to 0.05.
    //                                                     propensity score next
    [Theory]
    [InlineData("operator", "own", true, "recorded", "+ + +")]
    [InlineData("operator", "other", true, "recorded", "+ + +")]
    [InlineData("operator", "other", false, "recomputed", "- + +")]
    [InlineData("supplier", "own", true, "recorded", "+ + 5")]
    [InlineData("supplier", "own", false, "recomputed", "- + 5")]
    [InlineData("supplier", "other", true, "recorded", "- - -")]
    [InlineData("supplier", "other", false, "recomputed", "- - -")]
    public async Task Numbers_are_seen_by_those_whose_they_are(string reader, string whose, bool isShown, string basis, string seen)
    {
        using var admin = host.Admin();
        using var client = reader == "operator" ? host.Admin() : host.As(host.BoundKey);
        var given = await admin.AllocateAsync(Some.Ask($"see-{reader}-{whose}", isShown ? """{"size":200}""" : """{"size":3}"""));
        var product = ProductOf(given, whose == "own", isShown);

        var answer = await client.ReadAsync($"allocations/{given.Text("allocationId")}/explanations/{product}");

        answer.Text("basis").ShouldBe(basis);
        (answer["slot"] is not null).ShouldBe(isShown);
        (answer["lane"] is not null).ShouldBe(isShown);
        (answer["reason"] is not null).ShouldBe(!isShown && seen != "- - -");
        $"{Mark(answer["propensity"])} {Mark(answer["score"])} {(seen.EndsWith('5') ? MarkRounded(answer) : Mark(answer["next"]))}".ShouldBe(seen);
        if (answer["score"] is { } score)
            score["terms"]!.AsArray().Sum(term => term!["log"]!.GetValue<double>()).ShouldBe(score["log"]!.GetValue<double>(), 1e-9);
    }

    [Theory]
    [InlineData(1.0732, 1.05)]
    [InlineData(1.0249, 1.0)]
    [InlineData(37.118, 37.1)]
    public async Task Ratio_to_anothers_place_is_told_to_a_supplier_in_steps_of_a_twentieth(double ratio, double told)
    {
        var answers = host.App.Services.GetRequiredService<AnswerExplanation>();
        var place = new PlaceExplanation
        {
            AllocationId = default,
            ProductId = "p-1",
            SellerSlot = 0,
            PolicyName = "open",
            PolicyVersion = 1,
            LearnedThrough = 0,
            IsRecorded = true,
            Lane = Lane.Merit,
            Slot = 7,
            Propensity = 1,
            Reason = null,
            Score = null,
            Next = (6, ratio),
        };
        (await answers.RunAsync(place, new ApiKey(1, "own", ApiScopes.Read, ApiHost.OwnSeller), default)).Next!.Ratio.ShouldBe(told);
        (await answers.RunAsync(place, new ApiKey(2, "operator", ApiScopes.Read, null), default)).Next!.Ratio.ShouldBe(ratio);
        (await answers.RunAsync(place, new ApiKey(3, "other", ApiScopes.Read, "s-2"), default)).Next.ShouldBeNull();
    }

    [Fact]
    public async Task Page_shows_a_supplier_the_numbers_of_its_own_rows_only()
    {
        using var supplier = host.As(host.BoundKey);
        var given = await supplier.AllocateAsync("""{"intent":{"query":"steel pump"},"visit":{"id":"rows"},"page":{"size":200},"explain":true}""");
        foreach (var slot in given["slots"]!.AsArray().Select(slot => slot!))
        {
            var isOwn = slot.Text("sellerId") == ApiHost.OwnSeller;
            (slot["propensity"] is not null).ShouldBe(isOwn);
            (slot["expected"] is not null).ShouldBe(isOwn);
            slot.AsObject().ContainsKey("score").ShouldBe(isOwn);
        }
    }

    [Fact]
    public async Task Features_add_up_to_the_argument()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync("""{"intent":{"query":"steel pump"},"visit":{"id":"features"},"page":{"size":1},"explain":true}""");
        foreach (var term in given["slots"]![0]!["score"]!["terms"]!.AsArray().Where(term => term!["features"] is not null))
        {
            var sum = term!["features"]!.AsArray().Sum(feature => feature!["value"]!.GetValue<double>());
            sum.ShouldBe(term["argument"]!.GetValue<double>() * Math.Sqrt(1 + term["variance"]!.GetValue<double>()), 1e-6);
        }
    }

    [Fact]
    public async Task Product_that_does_not_match_says_so()
    {
        using var admin = host.Admin();
        await admin.PutLinesAsync("products", Some.Product("valve-1"));
        await host.BeatAsync();
        var given = await admin.AllocateAsync(Some.Ask("nomatch"));
        var answer = await admin.ReadAsync($"allocations/{given.Text("allocationId")}/explanations/valve-1");
        answer.Text("reason").ShouldBe("noMatch");
        answer["score"].ShouldBeNull();
    }

    [Fact]
    public async Task Product_of_an_earlier_page_says_so()
    {
        using var admin = host.Admin();
        var first = await admin.AllocateAsync(Some.Ask("earlier", """{"size":3}"""));
        var second = await admin.AllocateAsync(Some.Ask("earlier", $$"""{"size":3,"cursor":"{{first.Text("next")}}"}"""));
        (await admin.ReadAsync($"allocations/{second.Text("allocationId")}/explanations/{first.Products()[0]}")).Text("reason").ShouldBe("served");
    }

    [Fact]
    public async Task Unknown_product_is_not_found()
    {
        using var admin = host.Admin();
        var given = await admin.AllocateAsync(Some.Ask("unknown"));
        await (await admin.GetAsync($"/api/v1/allocations/{given.Text("allocationId")}/explanations/nothing")).ProblemAsync(HttpStatusCode.NotFound);
    }

    // The second of a kind: the first place has none above it.
    private static string ProductOf(JsonNode given, bool isOwn, bool isShown)
    {
        if (isShown)
            return given["slots"]!.AsArray().Where(slot => (slot!.Text("sellerId") == ApiHost.OwnSeller) == isOwn && slot!.Text("lane") == "merit").Skip(1).First()!.Text("productId");
        var (from, to) = isOwn ? (0, 10) : (10, 60);
        return Enumerable.Range(from, to - from).Select(p => $"p-{p}").First(id => !given.Products().Contains(id));
    }

    private static char Mark(JsonNode? node) => node is null ? '-' : '+';

    private static char MarkRounded(JsonNode answer)
    {
        var twentieths = answer["next"]!["ratio"]!.GetValue<double>() * 20;
        return Math.Abs(twentieths - Math.Round(twentieths)) < 1e-9 ? '5' : '+';
    }
}
