using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saima.Storefront.Views;
using Saima.Storefront.Visits;

namespace Saima.Storefront;

/// <summary>Is this the product, and how do I ask its supplier?</summary>
public sealed class ProductPage(MarketWindow market) : PageModel
{
    /// <summary>The decision whose card was opened; null if the visitor came another way.</summary>
    [BindProperty(Name = "from", SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public InquiryForm Form { get; set; } = new();

    public ProductView Product { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await market.ShowProductAsync(id, cancel) is not { } product)
            return NotFound();

        Product = product;
        if (!string.IsNullOrEmpty(From) && !HttpContext.IsPrefetch())
            await market.RecordClickAsync(From, id, HttpContext.Visitor(), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (await market.ShowProductAsync(id, cancel) is not { } product)
            return NotFound();

        Product = product;
        if (!ModelState.IsValid)
            return Page();
        if (await market.SendInquiryAsync(id, From, Form, HttpContext.Visitor(), cancel) is not { } receipt)
            return NotFound();

        SentPage.Keep(receipt, TempData);
        return RedirectToPage("Sent", new { id });
    }
}
