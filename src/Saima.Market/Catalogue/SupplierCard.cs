using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>A supplier and how much it offers.</summary>
public sealed record SupplierCard(Seller Seller, int LiveProducts);
