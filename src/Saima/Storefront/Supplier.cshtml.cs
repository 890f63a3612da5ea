using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saima.Storefront.Views;

namespace Saima.Storefront;

/// <summary>Who is this supplier, and who says so?</summary>
public sealed class SupplierPage(MarketWindow market) : PageModel
{
    public SupplierView Supplier { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await market.ShowSupplierAsync(id, cancel) is not { } supplier)
            return NotFound();

        Supplier = supplier;
        return Page();
    }
}
