namespace Saima.Import;

/// <summary>How do somebody else's records become documents of the contract? What the operator wrote in the map file.</summary>
public sealed record ImportMap(ProductRules? Product, SellerRules? Seller);
