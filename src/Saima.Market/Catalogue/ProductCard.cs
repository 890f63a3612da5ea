using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>A listing with who sells it and where it stands: what a page or an answer says of a product.</summary>
public sealed record ProductCard(Product Product, Seller Seller, CategoryNode Category)
{
    /// <summary>The listing as the contract writes it.</summary>
    public ProductDocument ToDocument() => ProductDocument.Of(Product, Seller.Id, Category.Category.Path);
}
