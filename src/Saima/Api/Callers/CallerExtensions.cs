using Saima.Market.Accounts;

namespace Saima.Api.Callers;

/// <summary>Who makes this call?</summary>
public static class CallerExtensions
{
    /// <summary>The key's holder; only where <see cref="NeedsScope"/> stands.</summary>
    public static ApiKey Caller(this HttpContext context) =>
        context.Features.Get<ApiKey>() ?? throw new InvalidOperationException("This call is open to everybody: it has no caller.");

    /// <summary>True if the key sees what is that supplier's: the operator's key sees everything, a bound one its own.</summary>
    public static bool Owns(this ApiKey caller, string sellerId) => caller.SellerId is null || caller.SellerId == sellerId;

    /// <summary>Lets only keys with that scope make the call.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder call, ApiScopes scope, bool operatorOnly = false) =>
        call.WithMetadata(new NeedsScope(scope, operatorOnly))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
