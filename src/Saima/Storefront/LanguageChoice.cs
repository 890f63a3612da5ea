using Microsoft.AspNetCore.Localization;

namespace Saima.Storefront;

/// <summary>In which language does the page speak? <c>?lang=</c> decides and is remembered, then the cookie, then the browser.</summary>
public static class LanguageChoice
{
    public const string QueryKey = "lang";
    public const string CookieName = "saima.lang";

    /// <summary>The languages in which the pages are written; the first is spoken if nobody asks for another.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh"];

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Languages[0])
            .AddSupportedCultures([.. Languages])
            .AddSupportedUICultures([.. Languages]);
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = QueryKey, UIQueryStringKey = QueryKey },
            new CookieRequestCultureProvider { CookieName = CookieName },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    /// <summary>Middleware: keeps what <c>?lang=</c> asked for, if we speak it.</summary>
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        var asked = context.Request.Query[QueryKey].ToString();
        if (Languages.Contains(asked, StringComparer.Ordinal))
        {
            context.Response.Cookies.Append(
                CookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(asked)),
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                    IsEssential = true,
                    MaxAge = TimeSpan.FromDays(365),
                });
        }

        return next(context);
    }
}
