namespace Saima.Storefront.Views;

/// <summary>How many matches come from this country?</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Products">Null if nobody counted.</param>
public sealed record CountryFacet(string Code, int? Products);
