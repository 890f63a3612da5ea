using Saima.Engine.Catalogue;
using Saima.Market.Catalogue;
using Saima.Storefront.Views;

namespace Saima.Storefront.Window;

/// <summary>A row of the catalogue as a card or a page of the storefront.</summary>
internal static class Cards
{
    // What tells a buyer most comes first: somebody was there, then papers, then who it is.
    private static readonly string[] ByWeight = ["siteAudit", "licence", "identity"];

    public static CardView Of(ProductCard card, DateOnly today) => new()
    {
        ProductId = card.Product.Id,
        Title = card.Product.Title,
        Price = card.Product.Price,
        Moq = card.Product.Moq,
        ImageUrl = card.Product.ImageUrl,
        Supplier = LineOf(card.Seller, today),
    };

    public static SupplierView SupplierOf(Seller seller, int products, DateOnly today) => new()
    {
        Id = seller.Id,
        Name = seller.Name,
        Country = seller.Country,
        Kind = seller.Kind,
        JoinedOn = seller.JoinedOn,
        Employees = seller.Employees,
        LicenceNumber = seller.LicenceNumber,
        Certificates = seller.Certificates,
        Checks = [.. seller.Checks.Select(check => new CheckView(check, check.HoldsOn(today))).OrderByDescending(check => check.Holds)],
        ProductCount = products,
    };

    private static SupplierLine LineOf(Seller seller, DateOnly today) => new(
        seller.Id,
        seller.Name,
        seller.Country,
        seller.Kind,
        seller.Checks.Where(check => check.HoldsOn(today)).OrderBy(check => Weight(check.What)).FirstOrDefault());

    private static int Weight(string what) => Array.IndexOf(ByWeight, what) is var at && at < 0 ? ByWeight.Length : at;
}
