using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Extensions;

namespace Saima.Storefront.Visits;

/// <summary>Middleware: to which visit does this request belong?</summary>
public sealed class VisitCookie(RequestDelegate next)
{
    public const string CookieName = "saima.visit";

    private const int IdBytes = 16;
    private static readonly int IdLength = Base64Url.GetEncodedLength(IdBytes);

    public Task InvokeAsync(HttpContext context)
    {
        var id = context.Request.Cookies[CookieName];
        var isNew = !IsWellFormed(id);
        if (isNew)
        {
            id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
            context.Response.Cookies.Append(CookieName, id, Options(context.Request.IsHttps));
        }

        var referrer = context.Request.Headers.Referer.ToString();
        context.Features.Set(new Visitor(id!, isNew, context.Request.GetEncodedUrl(), referrer.Length == 0 ? null : referrer));
        return next(context);
    }

    private static bool IsWellFormed(string? id) =>
        id is not null && id.Length == IdLength && Base64Url.IsValid(id);

    private static CookieOptions Options(bool secure) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = secure,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(30),
    };
}
