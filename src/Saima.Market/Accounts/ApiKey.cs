namespace Saima.Market.Accounts;

/// <summary>Who calls, and what may he do?</summary>
/// <param name="SellerId">The supplier that the key is bound to; null = the operator's.</param>
public sealed record ApiKey(int Id, string Label, ApiScopes Scopes, string? SellerId)
{
    /// <summary>True if the key has all of these scopes; <see cref="ApiScopes.Admin"/> has every other.</summary>
    public bool May(ApiScopes scopes) => Scopes.HasFlag(ApiScopes.Admin) || (Scopes & scopes) == scopes;
}
