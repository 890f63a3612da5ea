using Microsoft.Playwright;
using Saima.Tests.Import;
using Saima.Tests.Story;

namespace Saima.Tests.Browser;

/// <summary>The market in one story: what buyers do moves what the next buyer sees, and the page says why.</summary>
[Collection(Chromium.Room)]
public sealed class StoryTests(Chromium chromium)
{
    private const int Buyers = 15;
    private const int MostPages = 6;
    private const int MostReloads = 60;

    [Fact]
    public async Task Product_that_buyers_open_and_ask_about_stands_higher_for_the_next_visitor_and_says_why()
    {
        Assert.SkipUnless(IcecatTests.Products.Exists, $"the test data is not here: {IcecatTests.Products.FullName}");
        var cancel = TestContext.Current.CancellationToken;
        var folder = ServedMarket.NewFolder();
        await RealCatalogue.ImportAsync(folder, cancel);
        await using var market = await ServedMarket.OpenAsync(folder, cancel);

        var product = await TenthAsync(market);
        var places = new List<int>();
        for (var buyer = 0; buyer < Buyers; buyer++)
            places.Add(await BuyAsync(market, product));
        TestContext.Current.TestOutputHelper!.WriteLine($"place of {product} as each of {Buyers} buyers found it: {string.Join(", ", places)}");

        await using var next = await chromium.NewVisitAsync(market.Address);
        await next.OpenAsync("/");
        await next.SearchAsync("laptop");
        var (place, why, reloads) = await WaitUntilKnownAsync(next, product);
        TestContext.Current.TestOutputHelper!.WriteLine($"the next visitor finds it in place {place} after {reloads} reloads");
        place.ShouldBeInRange(1, 9);
        why.ShouldContain("buyers who see it open it more often than usual here");
        why.ShouldContain("those who open it write more often than usual here");
        why.ShouldContain("Nobody paid for this place");
    }

    private async Task<string> TenthAsync(ServedMarket market)
    {
        await using var visit = await chromium.NewVisitAsync(market.Address);
        await visit.OpenAsync("/");
        await visit.SearchAsync("laptop");
        var products = await visit.ProductsAsync();
        products.Count.ShouldBe(48);
        return products[9];
    }

    // The place in which this buyer found the product, over all pages.
    private async Task<int> BuyAsync(ServedMarket market, string product)
    {
        await using var visit = await chromium.NewVisitAsync(market.Address);
        await visit.OpenAsync("/");
        await visit.SearchAsync("laptop");
        var before = 0;
        for (var page = 1; page <= MostPages; page++)
        {
            var products = await visit.ProductsAsync();
            if (products.ToList().IndexOf(product) is var at and >= 0)
            {
                await visit.Page.ClickAsync($"article.card[data-product=\"{product}\"] .card-title a");
                await visit.Page.WaitForURLAsync("**/product/**");
                await visit.InquireAsync("We need forty of these for our offices by March, please quote with warranty.");
                visit.Complaints.ShouldBeEmpty();
                return before + at + 1;
            }

            before += products.Count;
            await visit.Page.ClickAsync("a[rel~=next]");
            await visit.Page.WaitForURLAsync("**cursor=**");
        }

        throw new InvalidOperationException($"{product} is not on the first {MostPages} pages");
    }

    // Bounded by reloads and not by a clock: a busy machine makes them slower, not fewer.
    private static async Task<(int Place, string Why, int Reloads)> WaitUntilKnownAsync(Visit visit, string product)
    {
        for (var reloads = 0; ; reloads++)
        {
            var place = (await visit.ProductsAsync()).ToList().IndexOf(product) + 1;
            var why = place == 0 ? "" : await visit.WhyAsync(product);
            if (reloads == MostReloads || (place is > 0 and < 10 && why.Contains("write more often", StringComparison.Ordinal)))
                return (place, why, reloads);
            await visit.Page.ReloadAsync(new PageReloadOptions { WaitUntil = WaitUntilState.Load });
        }
    }
}
