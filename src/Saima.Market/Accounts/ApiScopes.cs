namespace Saima.Market.Accounts;

/// <summary>What may the bearer of a key do?</summary>
[Flags]
public enum ApiScopes
{
    None = 0,
    CatalogueWrite = 1,
    Allocate = 2,
    EventsWrite = 4,
    Read = 8,
    Admin = 16,
    All = CatalogueWrite | Allocate | EventsWrite | Read | Admin,
}
