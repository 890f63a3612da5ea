using Microsoft.Playwright;
using Saima.Market.Traffic;
using Saima.Tests.Storefront;

namespace Saima.Tests.Browser;

/// <summary>The buyers' pages as a real browser takes them, over the small market with the hostile texts.</summary>
[Collection(Chromium.Room)]
public sealed class PagesTests(Chromium chromium, ServedTestMarket market) : IClassFixture<ServedTestMarket>
{
    private const int MostLooks = 60;

    private static readonly string[] Addresses =
    [
        "/", "/search?q=pallet+jack", "/search?q=pallet+jack+oak", "/search?q=hostile", "/search?q=nothing-like-this", "/category/Furniture",
        $"/product/{TestMarket.HostileProduct}", $"/product/{TestMarket.LongProduct}", "/supplier/s-3", "/supplier/s-4", "/how-we-rank",
    ];

    [Theory]
    [InlineData("en-GB", 1440, ColorScheme.Light)]
    [InlineData("zh-CN", 1440, ColorScheme.Dark)]
    [InlineData("en-GB", 390, ColorScheme.Dark)]
    [InlineData("zh-CN", 390, ColorScheme.Light)]
    public async Task No_page_complains_moves_or_stands_out_of_its_window(string language, int width, ColorScheme scheme)
    {
        await using var visit = await chromium.NewVisitAsync(market.Address, Screen(language, width, scheme));
        foreach (var address in Addresses)
        {
            (await visit.OpenAsync(address)).ShouldBe(200, address);

            // On a busy machine a page may be painted before its last line has come: 0.001 is a hundredth of what counts as still.
            (await visit.ShiftsAsync()).ShouldBeLessThan(0.001, address);
            (await visit.OverhangAsync()).ShouldBe(0, address);
            (await visit.ViolationsAsync()).ShouldBeEmpty(address);
            visit.Complaints.ShouldBeEmpty(address);
        }
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    public async Task What_opens_on_a_phone_stays_within_it(string language)
    {
        await using var visit = await chromium.NewVisitAsync(market.Address, Screen(language, 390, ColorScheme.Light));
        await visit.OpenAsync("/search?q=hostile");
        await visit.Page.ClickAsync(".facets > summary");
        await visit.WhyAsync(TestMarket.HostileProduct);
        (await visit.OverhangAsync()).ShouldBe(0);

        await visit.OpenAsync($"/product/{TestMarket.LongProduct}");
        await visit.Page.ClickAsync("form.form button");
        await visit.Page.WaitForSelectorAsync(".form-error");
        (await visit.OverhangAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Hostile_texts_are_texts()
    {
        await using var visit = await chromium.NewVisitAsync(market.Address);
        foreach (var (address, title) in new[]
        {
            ("/search?q=hostile", $"article[data-product=\"{TestMarket.HostileProduct}\"] .card-title"), ($"/product/{TestMarket.HostileProduct}", "h1"), ("/supplier/s-3", "h1"),
        })
        {
            await visit.OpenAsync(address);
            (await visit.Page.Locator(title).First.TextContentAsync())!.Trim().ShouldBe("hostile " + TestMarket.HostileTitle);
            (await visit.Page.Locator("script:not([src]), img[src=x], [onerror]").CountAsync()).ShouldBe(0, address);
        }

        await visit.SearchAsync("\"><script>alert(1)</script>");
        (await visit.Page.InputValueAsync("[data-search]")).ShouldBe("\"><script>alert(1)</script>");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Slash_leads_to_the_search_and_is_a_letter_inside_it()
    {
        await using var visit = await chromium.NewVisitAsync(market.Address);
        await visit.OpenAsync("/category/Furniture");
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("pallet / jack");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/search?*");
        (await visit.Page.InputValueAsync("[data-search]")).ShouldBe("pallet / jack");
        (await visit.Cards.CountAsync()).ShouldBe(30);
    }

    [Fact]
    public async Task Buyer_without_JavaScript_finds_opens_and_inquires()
    {
        await using var visit = await chromium.NewVisitAsync(market.Address, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visit.OpenAsync("/");
        await visit.SearchAsync("pallet jack");
        (await visit.Cards.CountAsync()).ShouldBe(30);
        await visit.Page.CheckAsync("input[name=checked]");
        await visit.Page.ClickAsync(".facet-act button");
        await visit.Page.WaitForURLAsync("**checked=true**");
        (await visit.Cards.CountAsync()).ShouldBe(15);
        await visit.Cards.First.Locator(".card-title a").ClickAsync();
        await visit.Page.WaitForURLAsync("**/product/**");
        await visit.InquireAsync("We need two of them in Hamburg by March, please quote.");
        (await visit.Page.InnerTextAsync("h1")).ShouldBe("Your inquiry was sent");
    }

    [Fact]
    public async Task Photograph_that_does_not_come_leaves_a_drawing_in_its_place()
    {
        await using var visit = await chromium.NewVisitAsync(market.Address);
        await visit.Page.RouteAsync("https://pictures.example/**", route => route.AbortAsync());
        var drawn = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.OpenAsync($"/product/{TestMarket.LongProduct}"), response => response.Url.Contains("/picture/crate", StringComparison.Ordinal));
        drawn.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Buyer_who_forgot_something_is_told_and_loses_nothing()
    {
        await using var visit = await chromium.NewVisitAsync(market.Address, new BrowserNewContextOptions { Locale = "zh-CN" });
        await visit.OpenAsync($"/product/{TestMarket.PlainProduct}");
        await visit.Page.FillAsync("[name='Form.Company']", "Brandt GmbH");
        await visit.Page.ClickAsync("form.form button");
        await visit.Page.WaitForSelectorAsync(".form-error");
        (await visit.Page.InputValueAsync("[name='Form.Company']")).ShouldBe("Brandt GmbH");
        (await visit.Page.InnerTextAsync("#email-error")).ShouldBe("请填邮箱，供应商回复要用。");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cards_that_were_in_view_for_a_second_are_told_to_the_market()
    {
        await using var visit = await chromium.NewVisitAsync(market.Address, Screen("en-GB", 1440, ColorScheme.Light, height: 2400));
        await visit.OpenAsync("/");
        var told = await visit.Page.RunAndWaitForRequestAsync(() => visit.SearchAsync("pallet jack"), request => request.Url.EndsWith("/seen", StringComparison.Ordinal));
        told.PostData.ShouldNotBeNull();

        for (var looks = 0; looks < MostLooks; looks++)
        {
            if (market.Log.Replay(0).SelectMany(slice => slice.Events).Any(stored => stored.Entry.Type == EventType.Impression))
                return;
            await visit.Page.ReloadAsync();
        }

        throw new InvalidOperationException("what was seen never came into the log");
    }

    private static BrowserNewContextOptions Screen(string language, int width, ColorScheme scheme, int height = 900) => new()
    {
        Locale = language,
        ViewportSize = new ViewportSize { Width = width, Height = height },
        ColorScheme = scheme,
        HasTouch = width < 640,
    };
}
