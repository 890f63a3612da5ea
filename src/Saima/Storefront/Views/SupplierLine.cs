using Saima.Engine.Catalogue;

namespace Saima.Storefront.Views;

/// <summary>Who sells this, in one line?</summary>
/// <param name="Country">ISO 3166-1 alpha-2, empty if unknown.</param>
/// <param name="Checked">The most telling check that holds today, or null if none does.</param>
public sealed record SupplierLine(string Id, string Name, string Country, SellerKind Kind, SellerCheck? Checked);
