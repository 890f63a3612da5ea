using Saima.Api.Problems;
using Saima.Market.Accounts;

namespace Saima.Api.Callers;

/// <summary>Middleware: may this caller make this call? The key decides; cookies are not looked at.</summary>
public sealed class KeyGate(RequestDelegate next, FindKey keys)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() is not { } needs)
        {
            await next(context);
            return;
        }

        var key = Presented(context.Request) is { } presented ? await keys.RunAsync(presented, context.RequestAborted) : null;
        if (key is not null && Refusal(key, needs) is null)
        {
            context.Features.Set(key);
            await next(context);
            return;
        }

        await (key is null ? Unknown(context) : Problem.Of(StatusCodes.Status403Forbidden, Refusal(key, needs)!)).ExecuteAsync(context);
    }

    private static string? Presented(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;

    // Whether no key was shown or one that nobody holds: the answer is the same.
    private static IResult Unknown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Of(StatusCodes.Status401Unauthorized, "This call needs a key of this market: Authorization: Bearer <key>.");
    }

    private static string? Refusal(ApiKey key, NeedsScope needs)
    {
        if (!key.May(needs.Scope))
            return $"This key has not the scope that the call needs: {NameOf(needs.Scope)}.";
        return needs.OperatorOnly && key.SellerId is not null ? "Only a key of the operator may do this; this one is bound to a supplier." : null;
    }

    private static string NameOf(ApiScopes scope) => scope switch
    {
        ApiScopes.CatalogueWrite => "catalogue:write",
        ApiScopes.Allocate => "allocate",
        ApiScopes.EventsWrite => "events:write",
        ApiScopes.Read => "read",
        _ => "admin",
    };
}
