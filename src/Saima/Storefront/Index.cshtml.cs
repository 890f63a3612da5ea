using Microsoft.AspNetCore.Mvc.RazorPages;
using Saima.Storefront.Views;

namespace Saima.Storefront;

/// <summary>The door: what is there, and how do I ask for it?</summary>
public sealed class IndexPage(MarketWindow market) : PageModel
{
    public HomeView Home { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Home = await market.LookAroundAsync(cancel);
}
