using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Market.Traffic;

namespace Saima.Tests.Storefront;

/// <summary>What visitors do on the pages is in the market's books.</summary>
public sealed class BookingTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task Inquiry_is_in_the_table_and_after_a_beat_in_the_log_under_the_place_that_showed_the_product()
    {
        var browser = host.Browser();
        var link = (await LinksAsync(browser, "/search?q=pallet+jack"))[4];
        var form = await InquiryTests.FilledAsync(browser, link);
        (await browser.PostAsync(link, form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var row = await host.ReadAsync(db => db.Inquiries.OrderByDescending(inquiry => inquiry.AtMicros).FirstAsync());
        row.BuyerEmail.ShouldBe("anna@example.com");
        row.BuyerCompany.ShouldBe("Brandt GmbH");
        row.Quantity.ShouldBe(2);
        row.AllocationId.ShouldBe(AllocationOf(link));
        var logged = (await host.EventsAsync(EventType.Inquiry)).Single(stored => stored.Entry.Id == row.Id).Entry;
        logged.Allocation!.Value.ToString().ShouldBe(AllocationOf(link));
        logged.Position.ShouldBe(4);
        logged.VisitorHash.ShouldBe(host.Services.GetRequiredService<VisitorHashes>().OfVisit(browser.Cookies["saima.visit"]));
        logged.Json.ShouldNotContain("anna", Case.Insensitive);
    }

    [Fact]
    public async Task Opened_card_is_booked_once_although_it_is_reloaded()
    {
        var browser = host.Browser();
        var link = (await LinksAsync(browser, "/search?q=pallet+jack"))[2];
        for (var times = 0; times < 3; times++)
            (await browser.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var click = (await host.EventsAsync(EventType.Click)).Single(stored => stored.Entry.Allocation!.Value.ToString() == AllocationOf(link)).Entry;
        click.Position.ShouldBe(2);
        click.AllocationSequence.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Card_that_is_only_loaded_ahead_is_not_booked()
    {
        var browser = host.Browser();
        var link = (await LinksAsync(browser, "/search?q=pallet+jack"))[2];
        var ahead = new HttpRequestMessage(HttpMethod.Get, link);
        ahead.Headers.Add("Sec-Purpose", "prefetch");
        (await browser.SendAsync(ahead)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await host.EventsAsync(EventType.Click)).ShouldNotContain(stored => stored.Entry.Allocation!.Value.ToString() == AllocationOf(link));
    }

    [Fact]
    public async Task Link_with_a_made_up_decision_shows_the_product_and_books_nothing()
    {
        var forged = "a-" + new string('0', 26);
        (await host.Browser().GetAsync($"/product/{TestMarket.PlainProduct}?from={forged}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await host.EventsAsync(EventType.Click)).ShouldNotContain(stored => stored.Entry.ProductId == TestMarket.PlainProduct);
    }

    [Fact]
    public async Task Card_that_came_into_view_is_booked()
    {
        var browser = host.Browser();
        var links = await LinksAsync(browser, "/category/Furniture");
        var shown = links.Take(3).Select(ProductOf).ToArray();
        var request = new HttpRequestMessage(HttpMethod.Post, "/seen") { Content = JsonContent.Create(new { allocationId = AllocationOf(links[0]), shown }) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await browser.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var seen = (await host.EventsAsync(EventType.Impression)).Single(stored => stored.Entry.Allocation!.Value.ToString() == AllocationOf(links[0])).Entry;
        foreach (var product in shown)
            seen.Json.ShouldContain($"\"{product}\"");
    }

    [Fact]
    public async Task Cursor_of_another_visit_shows_page_one()
    {
        var first = await host.Browser().ReadAsync("/category/Furniture");
        var next = Browser.Decoded(Regex.Match(first, "rel=\"next nofollow\" href=\"([^\"]+)\"").Groups[1].Value);
        next.ShouldContain("cursor=");

        (await host.Browser().ReadAsync(next)).ShouldContain("Places 1–48 of 270");
        (await host.Browser().ReadAsync("/category/Furniture?cursor=nonsense")).ShouldContain("Places 1–48 of 270");
    }

    private static async Task<List<string>> LinksAsync(Browser browser, string address) =>
        [.. Regex.Matches(await browser.ReadAsync(address), "<a href=\"(/product/[^\"]+from=[^\"]+)\"").Select(m => m.Groups[1].Value)];

    private static string AllocationOf(string link) => link[(link.IndexOf("from=", StringComparison.Ordinal) + 5)..];

    private static string ProductOf(string link) => Uri.UnescapeDataString(Regex.Match(link, "/product/([^?]+)").Groups[1].Value);
}
