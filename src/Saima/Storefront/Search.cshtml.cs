using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saima.Storefront.Visits;

namespace Saima.Storefront;

/// <summary>Which products match these words, and in which order?</summary>
public sealed class SearchPage(MarketWindow market) : PageModel
{
    [BindProperty(Name = "", SupportsGet = true)]
    public SearchAsk Ask { get; set; } = new();

    public ResultsPage List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // Nothing asked: the door is the better page.
        if (string.IsNullOrWhiteSpace(Ask.Query) && Ask.Category is null)
            return LocalRedirect("/");

        var results = await market.SearchAsync(Ask, HttpContext.Visitor(), cancel);
        List = new ResultsPage("/search", Ask, results, ModelState.Unreadable());
        return Page();
    }
}
