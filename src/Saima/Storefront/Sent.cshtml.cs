using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Saima.Storefront.Views;

namespace Saima.Storefront;

/// <summary>Was my inquiry taken, and what happens now?</summary>
public sealed class SentPage : PageModel
{
    private const string ReceiptKey = "inquiry";

    public InquiryReceipt Receipt { get; private set; } = null!;

    /// <summary>Hands the receipt to the page that the browser is sent to; nobody can make that page say "sent" with a link.</summary>
    public static void Keep(InquiryReceipt receipt, ITempDataDictionary kept) => kept[ReceiptKey] = JsonSerializer.Serialize(receipt);

    public IActionResult OnGet(string id)
    {
        // Peek, not take: a reload shows the same page.
        if (TempData.Peek(ReceiptKey) is not string kept
            || JsonSerializer.Deserialize<InquiryReceipt>(kept) is not { } receipt
            || !string.Equals(receipt.ProductId, id, StringComparison.Ordinal))
        {
            return RedirectToPage("Product", new { id });
        }

        Receipt = receipt;
        return Page();
    }
}
