namespace Saima.Storefront.Views;

/// <summary>How can this answer be narrowed?</summary>
/// <param name="Categories">Categories one step below the present one that hold matches.</param>
/// <param name="Countries">Countries of the matching suppliers.</param>
/// <param name="Currency">The currency in which a highest price is asked, ISO 4217.</param>
public sealed record FacetView(IReadOnlyList<CategoryView> Categories, IReadOnlyList<CountryFacet> Countries, string Currency);
