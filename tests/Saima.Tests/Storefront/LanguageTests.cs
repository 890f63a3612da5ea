namespace Saima.Tests.Storefront;

public sealed class LanguageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hans")]
    [InlineData("de-DE,en;q=0.5", "en")]
    [InlineData("sw", "en")]
    public async Task Browser_decides_where_nobody_asked(string accepted, string spoken) =>
        (await host.Browser(accepted).ReadAsync("/")).ShouldContain($"<html lang=\"{spoken}\">");

    [Fact]
    public async Task Chosen_language_is_remembered()
    {
        var browser = host.Browser("en");
        (await browser.ReadAsync("/?lang=zh")).ShouldContain("要找什么货？");
        (await browser.ReadAsync("/how-we-rank")).ShouldContain("<html lang=\"zh-Hans\">");
        (await browser.ReadAsync("/how-we-rank?lang=en")).ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public async Task Language_that_is_not_spoken_changes_nothing()
    {
        var browser = host.Browser("zh");
        (await browser.ReadAsync("/?lang=xx")).ShouldContain("<html lang=\"zh-Hans\">");
        browser.Cookies.Keys.ShouldNotContain("saima.lang");
    }

    [Fact]
    public async Task Language_link_leads_to_the_same_question()
    {
        var html = Browser.Decoded(await host.Browser("en").ReadAsync("/search?q=pallet+jack&country=CN&country=PL"));
        html.ShouldContain("href=\"/search?q=pallet%20jack&country=CN&country=PL&lang=zh\"");
    }
}
