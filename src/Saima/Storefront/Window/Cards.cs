using Saima.Engine.Catalogue;
using Saima.Storefront.Pictures;
using Saima.Storefront.Views;

namespace Saima.Storefront.Window;

/// <summary>What does the storefront show of a row of the catalogue?</summary>
internal static class Cards
{
    // What tells a buyer most comes first: somebody was there, then papers, then who it is.
    private static readonly string[] ByWeight = ["siteAudit", "licence", "identity"];

    public static CardView Of(Product product, Seller seller, string categoryPath, DateOnly today) => new()
    {
        ProductId = product.Id,
        Title = product.Title,
        Price = product.Price,
        Moq = product.Moq,
        Drawing = Drawing.Of(categoryPath, product.Title),
        ImageUrl = product.ImageUrl,
        Supplier = LineOf(seller, today),
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
