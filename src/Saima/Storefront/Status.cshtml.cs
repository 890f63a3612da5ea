using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Saima.Storefront;

/// <summary>This address has no page, or the request could not be read: what now? Shown in place of an empty answer.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusPage : PageModel
{
    public int Code { get; private set; }

    /// <summary>Beginning of the keys of this page's words.</summary>
    public string Key => Code == StatusCodes.Status404NotFound ? "NotFound" : "Refused";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    // Asked for by its own address it is as much a page that does not exist as any other.
    private void Show(int code)
    {
        Code = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
    }
}
