using Saima.Market.Catalogue;
using Saima.Market.Traffic;
using Saima.Storefront.Pictures;
using Saima.Storefront.Views;

namespace Saima.Storefront.Window;

/// <summary>What is this product, and who is this supplier?</summary>
public sealed class ShowProducts(ReadCatalogue catalogue, LiveEngine engine, Shelves shelves)
{
    private const int OnSupplierPage = 24;

    /// <summary>Null if there is none of that id.</summary>
    public async Task<ProductView?> ProductAsync(string id, CancellationToken cancel)
    {
        if (await catalogue.FindProductAsync(id, cancel) is not { } card)
            return null;
        var supplier = await catalogue.FindSupplierAsync(card.Seller.Id, cancel);
        var tree = await shelves.TreeAsync(cancel);
        var product = card.Product;
        return new ProductView
        {
            Id = product.Id,
            Title = product.Title,
            Category = Shelves.ViewOf(tree, product.CategorySlot, shelves.ByCategory, depth: 0),
            Price = product.Price,
            Moq = product.Moq,
            Drawing = Drawing.Of(card.Category.Category.Path, product.Title),
            ImageUrl = product.ImageUrl,
            Description = product.Description,
            Attributes = product.Attributes,
            ListedOn = DateOnly.FromDateTime(DateTimeOffset.UnixEpoch.AddMicroseconds(product.ListedAtMicros).UtcDateTime),
            Supplier = Cards.SupplierOf(card.Seller, supplier?.LiveProducts ?? 0, engine.Current.Today),
        };
    }

    /// <summary>Null if there is none of that id.</summary>
    public async Task<SupplierView?> SupplierAsync(string id, CancellationToken cancel)
    {
        if (await catalogue.FindSupplierAsync(id, cancel) is not { } card)
            return null;
        var today = engine.Current.Today;
        var products = await catalogue.NewestProductsAsync(card.Seller.Slot, OnSupplierPage, cancel);
        return Cards.SupplierOf(card.Seller, card.LiveProducts, today) with { Products = [.. products.Select(item => Cards.Of(item.Product, item.Seller, item.Category.Category.Path, today))] };
    }
}
