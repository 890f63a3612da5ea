using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Saima.Tests.Api;

public sealed class AllocationBodyTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("""{}""", "intent", "visit")]
    [InlineData("""{"intent":null,"visit":null}""", "intent", "visit")]
    [InlineData("""{"intent":[],"visit":"v"}""", "intent", "visit")]
    [InlineData("""{"intent":{},"visit":{}}""", "intent.query", "visit.id")]
    [InlineData("""{"intent":{"query":"a","category":"Pumps"},"visit":{"id":"v"}}""", "intent.query")]
    [InlineData("""{"intent":{"query":""},"visit":{"id":"   "}}""", "intent.query", "visit.id")]
    [InlineData("""{"intent":{"query":7},"visit":{"id":"v"}}""", "intent.query")]
    [InlineData("""{"intent":{"query":"a","filters":{"maxPrise":{"amount":1,"currency":"USD"}}},"visit":{"id":"v"}}""", "intent.filters.maxPrise")]
    [InlineData("""{"intent":{"query":"a","filters":{"maxPrice":{"amount":-1,"currency":"usd","unit":"kg"}}},"visit":{"id":"v"}}""", "intent.filters.maxPrice.amount", "intent.filters.maxPrice.currency", "intent.filters.maxPrice.unit")]
    [InlineData("""{"intent":{"query":"a","filters":{"maxPrice":{}}},"visit":{"id":"v"}}""", "intent.filters.maxPrice.amount", "intent.filters.maxPrice.currency")]
    [InlineData("""{"intent":{"query":"a","filters":{"maxPrice":{"amount":1e400,"currency":"USD"}}},"visit":{"id":"v"}}""", "intent.filters.maxPrice.amount")]
    [InlineData("""{"intent":{"query":"a","filters":{"maxMoq":0,"countries":"CN","checkedOnly":"yes","category":7}},"visit":{"id":"v"}}""", "intent.filters.category", "intent.filters.checkedOnly", "intent.filters.countries", "intent.filters.maxMoq")]
    [InlineData("""{"intent":{"query":"a","filters":{"countries":["CN",7]}},"visit":{"id":"v"}}""", "intent.filters.countries[1]")]
    [InlineData("""{"intent":{"query":"a","filters":{"countries":["China"]}},"visit":{"id":"v"}}""", "intent.filters.countries")]
    [InlineData("""{"intent":{"query":"a","filters":{"category":"Nowhere"}},"visit":{"id":"v"}}""", "intent.filters.category")]
    [InlineData("""{"intent":{"category":"Nowhere"},"visit":{"id":"v"}}""", "intent.category")]
    [InlineData("""{"intent":{"query":"a","imageId":"i"},"visit":{"id":"v"}}""", "intent.imageId")]
    [InlineData("""{"intent":{"query":"a","similarTo":"p-1"},"visit":{"id":"v"}}""", "intent.similarTo")]
    [InlineData("""{"intent":{"query":"a","venue":"fair"},"visit":{"id":"v"}}""", "intent.venue")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"policy":"mine"}""", "policy")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"prefetch":true}""", "prefetch")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"page":{"size":0}}""", "page.size")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"page":{"size":201}}""", "page.size")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"page":{"size":1.5}}""", "page.size")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"page":{"number":21}}""", "page.number")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"page":{"cursor":"nonsense"}}""", "page.cursor")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"page":{"cursor":"a-00000000000000000000000000"}}""", "page.cursor")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"page":{"cursor":"a-1","number":2}}""", "page.number")]
    [InlineData("""{"id":"a/b","intent":{"query":"a"},"visit":{"id":"v"}}""", "id")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v","buyerCountry":"us","buyerConfirmed":1}}""", "visit.buyerConfirmed", "visit.buyerCountry")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"explian":true,"\"<b>&":1}""", "\"<b>&", "explian")]
    [InlineData("""[]""", "$")]
    [InlineData("""{"intent":{"query":"a"},"intent":{"query":"b"},"visit":{"id":"v"}}""", "$")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"}""", "$")]
    [InlineData("", "$")]
    public async Task What_is_wrong_is_named(string body, params string[] fields)
    {
        using var admin = host.Admin();
        var named = await (await admin.PostJsonAsync("allocations", body)).ProblemAsync(HttpStatusCode.BadRequest);
        named.Order(StringComparer.Ordinal).ToArray().ShouldBe(fields, customMessage: body);
    }

    [Theory]
    [InlineData("""{"intent":{"query":"half \ud83d of a pair"},"visit":{"id":"v"}}""", "intent.query")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"\udc00"}}""", "visit.id")]
    [InlineData("""{"intent":{"query":"a"},"visit":{"id":"v"},"\ud83d":1}""", null)]
    public async Task Half_of_a_surrogate_pair_is_refused_in_words(string body, string? field)
    {
        using var admin = host.Admin();
        var named = await (await admin.PostJsonAsync("allocations", body)).ProblemAsync(HttpStatusCode.BadRequest);
        if (field is not null)
            named.ShouldBe([field]);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var admin = host.Admin();
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"intent":{"query":"a"""), 0xFF, .. Encoding.UTF8.GetBytes("""b"},"visit":{"id":"v"}}""")];
        (await (await admin.SendAsync(HttpMethod.Post, "allocations", body, "application/json")).ProblemAsync(HttpStatusCode.BadRequest)).ShouldBe(["$"]);
    }

    [Theory]
    [InlineData(1_000, HttpStatusCode.OK)]
    [InlineData(1_001, HttpStatusCode.BadRequest)]
    public async Task Query_has_at_most_a_thousand_characters(int length, HttpStatusCode status)
    {
        using var admin = host.Admin();
        (await admin.PostJsonAsync("allocations", Some.Ask(intent: $$"""{"query":"{{new string('泵', length)}}"}"""))).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Body_longer_than_any_ask_is_refused()
    {
        using var admin = host.Admin();
        await (await admin.PostJsonAsync("allocations", Some.Ask(intent: $$"""{"query":"{{new string('a', 70_000)}}"}"""))).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Any_text_is_a_query()
    {
        using var admin = host.Admin();
        await Gen.String[1, 60].Where(IsWhole).SampleAsync(
            async query =>
            {
                var body = JsonSerializer.Serialize(new { intent = new { query }, visit = new { id = "any" }, page = new { size = 3 } });
                var response = await admin.PostJsonAsync("allocations", body);
                response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task No_body_however_broken_fails_the_market()
    {
        using var admin = host.Admin();
        var good = Encoding.UTF8.GetBytes("""{"id":"x","intent":{"query":"steel pump","filters":{"maxPrice":{"amount":10,"currency":"USD"},"countries":["CN"]}},"visit":{"id":"v"},"page":{"size":3}}""");
        await Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 4].SampleAsync(
            async changes =>
            {
                var body = (byte[])good.Clone();
                foreach (var (at, value) in changes)
                    body[at] = value;
                foreach (var (method, address) in new[] { (HttpMethod.Post, "allocations"), (HttpMethod.Post, "events"), (HttpMethod.Put, "products") })
                {
                    var response = await admin.SendAsync(method, address, body, "application/json");
                    ((int)response.StatusCode).ShouldBeLessThan(500, Encoding.UTF8.GetString(body));
                }
            },
            iter: 150,
            threads: 1);
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }
}
