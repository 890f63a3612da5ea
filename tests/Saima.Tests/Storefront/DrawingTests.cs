using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Saima.Storefront;
using Saima.Storefront.Pictures;

namespace Saima.Tests.Storefront;

public sealed class DrawingTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public void Same_product_has_the_same_drawing_and_others_differ()
    {
        Svg("Furniture > Beds", "Bed 1").ShouldBe(Svg("Furniture > Beds", "Bed 1"));
        Enumerable.Range(2, 20).Select(i => Svg("Furniture > Beds", $"Bed {i}")).Distinct().Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Drawing_of_anything_is_well_formed_and_holds_no_text_of_it()
    {
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.String), (category, title) =>
        {
            var svg = XElement.Parse(Svg(category, title));
            svg.DescendantsAndSelf().Select(e => e.Name.LocalName).ShouldAllBe(name => name == "svg" || name == "style" || name == "path" || name == "circle");
        }, iter: 300);
    }

    [Theory]
    [InlineData("Furniture > Bedroom > Beds", "Bunk", "Furniture > Office", "Chair")]
    [InlineData("家具 > 办公家具", "办公桌", "包装 > 纸箱", "飞机盒")]
    [InlineData("Machinery > Material handling", "Jack", "Machinery > Lathes", "Lathe")]
    [InlineData("Misc", "LED panel", "Misc", "Thing")]
    public void Families_look_different(string category, string title, string otherCategory, string otherTitle) =>
        Line(category, title).ShouldNotBe(Line(otherCategory, otherTitle));

    [Theory]
    [InlineData("Garden > Furniture", "Anything", "Furniture", "Chair")]
    [InlineData("Unheard-of", "pallet truck", "Machinery > Material handling", "stacker")]
    public void Deepest_name_decides_the_family_and_the_title_where_no_name_does(string category, string title, string likeCategory, string likeTitle) =>
        Line(category, title).ShouldBe(Line(likeCategory, likeTitle));

    [Fact]
    public async Task Drawing_may_show_its_own_style_and_nothing_else()
    {
        var response = await host.Browser().GetAsync(Drawing.Of(TestMarket.AwkwardCategory, TestMarket.HostileTitle).Url);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        response.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(7));
        response.Headers.CacheControl.Public.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_drawing_that_a_page_names_is_there()
    {
        var named = Regex.Matches(await host.Browser().ReadAsync("/category/Furniture"), "<img src=\"(/picture/[^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        named.Count.ShouldBe(MarketWindow.CardsOnAPage);
        foreach (var address in named.Distinct())
            (await host.Browser().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
    }

    [Theory]
    [InlineData("nobody-1")]
    [InlineData("bed-75")]
    [InlineData("bed--1")]
    [InlineData("bed-x")]
    public async Task Drawing_that_there_is_not_is_not_found(string name) =>
        (await host.Browser().GetAsync($"/picture/{name}.svg")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static string Line(string category, string title) =>
        XElement.Parse(Svg(category, title)).Elements().Last().Attribute("d")!.Value;

    private static string Svg(string category, string title) => ProductDrawing.Draw(Drawing.Of(category, title))!;
}
