using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saima.Storefront.Visits;

namespace Saima.Storefront;

/// <summary>What stands on this shelf, and in which order?</summary>
public sealed class CategoryPage(MarketWindow market) : PageModel
{
    [BindProperty(Name = "", SupportsGet = true)]
    public SearchAsk Ask { get; set; } = new();

    public ResultsPage List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string path, CancellationToken cancel)
    {
        var category = CategoryUrl.Read(path);
        if (await market.BrowseAsync(category, Ask, HttpContext.Visitor(), cancel) is not { } results)
            return NotFound();

        List = new ResultsPage(CategoryUrl.Of(category), Ask, results, ModelState.Unreadable());
        return Page();
    }
}
