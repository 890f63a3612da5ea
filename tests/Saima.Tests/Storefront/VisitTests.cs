using System.Net;
using System.Net.Http.Json;

namespace Saima.Tests.Storefront;

public sealed class VisitTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task Visit_is_a_random_id_out_of_the_scripts_reach_for_30_days()
    {
        var set = (await host.Browser().GetAsync("/")).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("saima.visit=", StringComparison.Ordinal));
        set.ShouldContain("max-age=2592000");
        set.ShouldContain("samesite=lax");
        set.ShouldContain("httponly");
        (await host.Browser().GetAsync("/")).Headers.GetValues("Set-Cookie").ShouldNotContain(set);
    }

    [Fact]
    public async Task Visit_is_kept()
    {
        var browser = host.Browser();
        await browser.GetAsync("/");
        (await browser.GetAsync("/how-we-rank")).Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("abcdefghijklmnopqrstu!")]
    public async Task Visit_that_we_did_not_name_is_replaced(string forged)
    {
        var browser = host.Browser().With("saima.visit", forged);
        await browser.GetAsync("/");
        browser.Cookies["saima.visit"].ShouldNotBe(forged);
    }

    [Fact]
    public async Task Files_do_not_begin_a_visit()
    {
        foreach (var address in new[] { "/saima.css", "/saima.js", "/favicon.svg", "/picture/bed-0.svg" })
        {
            var response = await host.Browser().GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            response.Headers.Contains("Set-Cookie").ShouldBeFalse(address);
        }
    }

    [Fact]
    public async Task What_was_seen_is_taken() =>
        (await SeeAsync(new { allocationId = "a-1", shown = new[] { "p-1", "p-2" } }, "same-origin")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    [Fact]
    public async Task What_was_seen_on_another_site_is_refused() =>
        (await SeeAsync(new { allocationId = "a-1", shown = new[] { "p-1" } }, "cross-site")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData(null, 1, 4)]
    [InlineData("a-1", 0, 4)]
    [InlineData("a-1", 201, 4)]
    [InlineData("a-1", 1, 65)]
    public async Task Nonsense_is_refused(string? allocationId, int count, int idLength) =>
        (await SeeAsync(new { allocationId, shown = Enumerable.Repeat(new string('p', idLength), count) }, null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    private Task<HttpResponseMessage> SeeAsync(object seen, string? site)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/seen") { Content = JsonContent.Create(seen) };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return host.Browser().SendAsync(request);
    }
}
