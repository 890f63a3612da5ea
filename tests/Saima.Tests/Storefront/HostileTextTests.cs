namespace Saima.Tests.Storefront;

public sealed class HostileTextTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData("/search?q=hostile")]
    [InlineData("/product/" + TestMarket.HostileProduct)]
    [InlineData("/supplier/s-3")]
    public async Task Hostile_title_is_text(string address)
    {
        var html = await host.Browser().ReadAsync(address);
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("<img src=x");
        Browser.Decoded(html).ShouldContain("<bdi>hostile " + TestMarket.HostileTitle + "</bdi>");
    }

    [Fact]
    public async Task Hostile_query_is_text()
    {
        var html = await host.Browser().ReadAsync("/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        html.ShouldNotContain("<script>alert");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Theory]
    [InlineData(TestMarket.HostileProduct)]
    [InlineData(TestMarket.PlainProduct)]
    public async Task Picture_address_that_is_not_https_is_not_shown(string product)
    {
        var html = await host.Browser().ReadAsync("/product/" + product);
        html.ShouldContain("/picture/");
        html.ShouldNotContain("class=\"photo\"");
    }

    [Fact]
    public async Task Picture_address_cannot_leave_its_attribute()
    {
        var html = await host.Browser().ReadAsync("/product/" + TestMarket.LongProduct);
        html.ShouldContain("class=\"photo\" src=\"https://pictures.example/a.jpg?x=%22onerror=%22alert(1)\"");
    }

    [Fact]
    public async Task Language_link_keeps_a_hostile_address_as_text()
    {
        var html = await host.Browser().ReadAsync("/search?q=a&x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        html.ShouldNotContain("<script>alert");
    }
}
