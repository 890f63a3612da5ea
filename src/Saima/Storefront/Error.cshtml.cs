using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saima.Market.Sqlite;

namespace Saima.Storefront;

/// <summary>Something broke on our side: what is the number under which we find it?</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(Duration = 0, NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorPage : PageModel
{
    public string RequestNumber => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    // A full disk passes; a mistake of ours does not.
    public void OnGet() => Response.StatusCode =
        HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed && StorageTrouble.In(failed.Error) is not null
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError;

    public void OnPost() => OnGet();
}
