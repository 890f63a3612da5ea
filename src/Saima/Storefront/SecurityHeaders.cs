namespace Saima.Storefront;

/// <summary>Middleware: what may a browser do with our pages? Nothing that we did not write ourselves.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>No inline script, no inline style, no frame; pictures may come from suppliers' own https servers.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; form-action 'self'; "
        + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // When the answer starts, not now: the error handler clears headers that were set before it.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
