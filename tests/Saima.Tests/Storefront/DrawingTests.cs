using System.Xml.Linq;
using Saima.Storefront.Pictures;
using Saima.Storefront.Views;

namespace Saima.Tests.Storefront;

public sealed class DrawingTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public void Same_product_has_the_same_drawing_and_others_differ()
    {
        var one = ProductDrawing.Draw(new PictureSubject("Furniture > Beds", "Bed 1"));
        ProductDrawing.Draw(new PictureSubject("Furniture > Beds", "Bed 1")).ShouldBe(one);
        Enumerable.Range(2, 20).Select(i => ProductDrawing.Draw(new PictureSubject("Furniture > Beds", $"Bed {i}"))).Distinct().Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Drawing_of_anything_is_well_formed_and_holds_no_text_of_it()
    {
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.String), (category, title) =>
        {
            var svg = XElement.Parse(ProductDrawing.Draw(new PictureSubject(category, title)));
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
        var response = await host.Browser().GetAsync($"/picture/{TestMarket.HostileProduct}.svg");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        response.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(1));
    }

    private static string Line(string category, string title) =>
        XElement.Parse(ProductDrawing.Draw(new PictureSubject(category, title))).Elements().Last().Attribute("d")!.Value;
}
