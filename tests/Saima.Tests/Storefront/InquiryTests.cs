using System.Net;
using System.Text.RegularExpressions;

namespace Saima.Tests.Storefront;

public sealed class InquiryTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Address = "/product/" + TestMarket.PlainProduct;

    [Fact]
    public async Task Inquiry_is_taken_confirmed_and_still_confirmed_after_a_reload()
    {
        var browser = host.Browser();
        var sent = await browser.PostAsync(Address, await FilledAsync(browser));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        sent.Headers.Location!.ToString().ShouldBe(Address + "/sent");

        foreach (var page in new[] { await browser.ReadAsync(Address + "/sent"), await browser.ReadAsync(Address + "/sent") })
        {
            page.ShouldContain("Your inquiry was sent");
            page.ShouldContain("plain lathe");
        }
    }

    [Fact]
    public async Task Nothing_is_confirmed_that_was_not_sent()
    {
        var response = await host.Browser().GetAsync(Address + "/sent");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe(Address);
    }

    [Fact]
    public async Task Form_of_a_strange_page_is_refused_with_words()
    {
        var browser = host.Browser();
        var form = await FilledAsync(browser);
        form.Remove("__RequestVerificationToken");
        var response = await browser.PostAsync(Address, form);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("This request could not be read");
    }

    [Theory]
    [InlineData("Form.Message", "too short", "Write between 20 and 4,000 characters")]
    [InlineData("Form.Message", "", "Write what you want to know.")]
    [InlineData("Form.Email", "nobody", "This is not an e-mail address.")]
    [InlineData("Form.Name", "", "Write your name.")]
    [InlineData("Form.Quantity", "many", "This could not be read. Write a whole number.")]
    [InlineData("Form.Quantity", "0", "Write a whole number from 1 up.")]
    public async Task Field_says_what_is_wrong_and_keeps_what_was_written(string field, string value, string message)
    {
        var browser = host.Browser();
        var form = await FilledAsync(browser);
        form[field] = value;
        var response = await browser.PostAsync(Address, form);
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("Not sent. Please look at the marked fields.");
        html.ShouldContain(message);
        html.ShouldContain("value=\"Brandt GmbH\"");
    }

    [Fact]
    public async Task Field_says_what_is_wrong_in_the_language_of_the_page()
    {
        var browser = host.Browser("zh");
        var form = await FilledAsync(browser);
        form["Form.Quantity"] = "many";
        form["Form.Email"] = "";
        var html = await (await browser.PostAsync(Address, form)).Content.ReadAsStringAsync();
        html.ShouldContain("没看懂。请填整数。");
        html.ShouldContain("请填邮箱，供应商回复要用。");
    }

    /// <summary>The form of a product's page as a careful buyer fills it.</summary>
    internal static async Task<Dictionary<string, string>> FilledAsync(Browser browser, string address = Address) => new(StringComparer.Ordinal)
    {
        ["__RequestVerificationToken"] = Regex.Match(await browser.ReadAsync(address), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value,
        ["Form.Message"] = "We need two lathes to Hamburg by March, please quote FOB.",
        ["Form.Name"] = "Anna Brandt",
        ["Form.Company"] = "Brandt GmbH",
        ["Form.Email"] = "anna@example.com",
        ["Form.Quantity"] = "2",
    };
}
