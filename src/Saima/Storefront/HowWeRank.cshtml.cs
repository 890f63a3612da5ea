using Microsoft.AspNetCore.Mvc.RazorPages;
using Saima.Storefront.Views;

namespace Saima.Storefront;

/// <summary>By which rule are places given?</summary>
public sealed class HowWeRankPage(MarketWindow market) : PageModel
{
    public RankingRuleView Rule { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Rule = await market.ReadRuleAsync(cancel);
}
