using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Saima.Storefront;

namespace Saima.Tests.Storefront;

public sealed class PageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private static readonly (string Address, HttpStatusCode Status)[] Addresses =
    [
        ("/", HttpStatusCode.OK),
        ("/search?q=pallet+jack", HttpStatusCode.OK),
        ("/search?q=pallet+jack+oak&country=CN&checked=true&maxPrice=500&maxMoq=8", HttpStatusCode.OK),
        ("/search?q=nothing-like-this", HttpStatusCode.OK),
        ("/search?q=hostile", HttpStatusCode.OK),
        ("/category/Furniture/Bedroom", HttpStatusCode.OK),
        ("/category/Nowhere", HttpStatusCode.NotFound),
        ("/product/h.1?from=a-1", HttpStatusCode.OK),
        ("/product/h-2", HttpStatusCode.OK),
        ("/product/none", HttpStatusCode.NotFound),
        ("/supplier/s-3", HttpStatusCode.OK),
        ("/supplier/none", HttpStatusCode.NotFound),
        ("/how-we-rank", HttpStatusCode.OK),
        ("/no/such/page", HttpStatusCode.NotFound),
        ("/error", HttpStatusCode.InternalServerError),
    ];

    public static IEnumerable<TheoryDataRow<string, string, HttpStatusCode>> Pages() =>
        from language in LanguageChoice.Languages
        from page in Addresses
        select new TheoryDataRow<string, string, HttpStatusCode>(language, page.Address, page.Status);

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_answers_in_its_language_under_the_policy_of_the_house(string language, string address, HttpStatusCode status)
    {
        var response = await host.Browser(language).GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        html.ShouldContain(language == "zh" ? "<html lang=\"zh-Hans\">" : "<html lang=\"en\">");
        html.ShouldContain(language == "zh" ? "排序规则" : "How we rank");
        response.Headers.GetValues("Content-Security-Policy").ShouldBe([SecurityHeaders.ContentSecurityPolicy]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task No_page_has_script_or_style_in_its_text(string language, string address, HttpStatusCode status)
    {
        var response = await host.Browser(language).GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(status);
        Regex.Matches(html, "<script\\b[^>]*>(?!</script>)").ShouldBeEmpty();
        Regex.Matches(html, "<style\\b").ShouldBeEmpty();
        Regex.Matches(html, "<[a-z][^>]*\\s(style|on[a-z]+)\\s*=").ShouldBeEmpty();
        html.ShouldNotContain("javascript:", Case.Insensitive);
    }

    [Fact]
    public async Task Other_programs_are_not_answered_with_a_page()
    {
        var response = await host.Browser().GetAsync("/api/teapot");
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("{");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Results_page_with_style_and_script_stays_below_100_kilobytes_on_the_wire()
    {
        var browser = host.Browser("zh");
        var html = await browser.ReadAsync("/category/Furniture");
        Regex.Count(html, "<article class=\"card\"").ShouldBe(MarketWindow.CardsOnAPage);
        var linked = Regex.Matches(html, "(?:href|src)=\"(/saima\\.[^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        linked.Count.ShouldBe(2, "one style sheet and one script");

        var bytes = Compressed(html);
        foreach (var address in linked)
            bytes += Compressed(await browser.ReadAsync(address));
        bytes.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task Next_page_begins_where_this_one_ends()
    {
        var browser = host.Browser();
        var first = await browser.ReadAsync("/category/Furniture");
        var next = Regex.Match(first, "rel=\"next nofollow\" href=\"([^\"]+)\"").Groups[1].Value;
        var second = await browser.ReadAsync(Browser.Decoded(next));

        second.ShouldContain("Places 49–96 of 270");
        Cards(second).Intersect(Cards(first)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Category_with_an_awkward_name_is_found_by_its_own_link()
    {
        var browser = host.Browser();
        var product = await browser.ReadAsync("/product/" + TestMarket.HostileProduct);
        var link = Browser.Decoded(Regex.Matches(product, "href=\"(/category/[^\"]+)\"").Last().Groups[1].Value);
        var page = await browser.GetAsync(link);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        Browser.Decoded(await page.Content.ReadAsStringAsync()).ShouldContain("<h1 class=\"answer-title\"><bdi>A/C parts & 100 % \"spares\"</bdi></h1>");
    }

    [Fact]
    public async Task Unreadable_number_is_left_out_and_said()
    {
        var html = await host.Browser().ReadAsync("/search?q=pallet+jack&maxPrice=cheap");
        html.ShouldContain("30 products match");
        html.ShouldContain("A number could not be read and was left out.");
    }

    [Fact]
    public async Task Country_that_was_asked_for_can_be_taken_back_although_nothing_came_of_it()
    {
        var html = await host.Browser().ReadAsync("/search?q=pallet+jack&country=VN&country=%3Cb%3E");
        html.ShouldContain("No product matches");
        html.ShouldContain("name=\"country\" value=\"VN\" checked=\"checked\"");
        Browser.Decoded(html).ShouldNotContain("value=\"<b>\"");
    }

    [Fact]
    public async Task Matches_on_one_shelf_are_narrowed_by_its_own_shelves()
    {
        var html = await host.Browser("zh").ReadAsync("/search?q=steel+piece");
        html.ShouldContain("<bdi>办公家具</bdi>");
        html.ShouldContain("<bdi>Dining</bdi>");
    }

    [Theory]
    [InlineData("en", "stehl piece", "Shown for “steel” instead of “stehl”, which no product has.")]
    [InlineData("zh", "stehl piece", "没有产品含“stehl”，已按“steel”显示。")]
    [InlineData("en", "Stahl", "Read as: steel (translated from German).")]
    [InlineData("zh", "Stahl", "已按英文“steel”搜索（译自德语）。")]
    [InlineData("en", "steel piece", null)]
    [InlineData("zh", "steel piece", null)]
    public async Task What_was_done_to_the_words_is_said_above_the_results_and_nothing_where_nothing_was(string language, string query, string? notice)
    {
        var html = Browser.Decoded(await host.Browser(language).ReadAsync("/search?q=" + query.Replace(' ', '+')));
        Cards(html).ShouldNotBeEmpty();
        Regex.Matches(html, "<p class=\"notice\"><bdi>([^<]*)</bdi></p>").Select(m => m.Groups[1].Value).ShouldBe(notice is null ? [] : [notice]);
    }

    [Fact]
    public async Task Search_for_nothing_leads_to_the_door()
    {
        var response = await host.Browser().GetAsync("/search?q=+");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/");
    }

    private static IEnumerable<string> Cards(string html) => Regex.Matches(html, "data-product=\"([^\"]+)\"").Select(m => m.Groups[1].Value);

    private static long Compressed(string text)
    {
        using var wire = new MemoryStream();
        using (var zip = new GZipStream(wire, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return wire.Length;
    }
}
