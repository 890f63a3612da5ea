using Saima.Market.Accounts;

namespace Saima.Api.Callers;

/// <summary>Metadata of a call: which key opens it? A call without it is open to everybody.</summary>
/// <param name="Scope">What the key must be good for.</param>
/// <param name="OperatorOnly">True: a key that is bound to a supplier does not open it, whatever its scopes.</param>
public sealed record NeedsScope(ApiScopes Scope, bool OperatorOnly = false);
