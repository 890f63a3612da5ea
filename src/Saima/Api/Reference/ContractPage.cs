using Scalar.AspNetCore;

namespace Saima.Api.Reference;

/// <summary>The contract as a page for people, at <c>/openapi</c>: rendered in the browser by a script that this program serves itself.</summary>
internal static class ContractPage
{
    private const string Address = "/openapi";

    public static void MapContractPage(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Address, StringComparison.Ordinal), page => page.Use(LoosenAsync));
        app.MapScalarApiReference(Address, options =>
        {
            options.Title = "Saima: the contract";
            options.OpenApiRoutePattern = ContractDocument.Route;
            options.DefaultFonts = false; // they would come from another host
            options.Telemetry = false;
            options.Agent = new ScalarAgentOptions { Disabled = true };
            options.Mcp = new ScalarMcpOptions { Disabled = true };
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.HideClientButton = true; // it leads to another host
            options.DynamicNonce = true;
        });
    }

    // The pages' own rule forbids all inline script and style. This page starts its script inline (known by a nonce of this answer) and
    // that script makes its styles while it runs. Nothing of another host is let in, and no other page gets this.
    private static Task LoosenAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            if (context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce)
            {
                context.Response.Headers.ContentSecurityPolicy =
                    $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
