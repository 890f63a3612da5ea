using System.Text.Json.Nodes;
using Saima.Import;
using Saima.Market;
using Saima.Market.Catalogue;

namespace Saima.Tests.Import;

/// <summary>A real file of 19,406 products, read where it lies; nothing of it is kept here.</summary>
public sealed class IcecatTests
{
    internal static readonly FileInfo Products = FindProducts();

    [Fact]
    public async Task Whole_file_maps_without_a_violation_of_the_contract()
    {
        Assert.SkipUnless(Products.Exists, $"the test data is not here: {Products.FullName}");
        var map = ReadImportMap.FromFile(Path.Combine(RepositoryRoot.Path, "docs", "import", "icecat.map.json"));
        var market = new RememberingMarket();

        var report = await new ImportFile(market.PutAsync, map).RunAsync(
            DocumentKind.Product, Products, new ImportPace(Products.Length, new HandClock()), TestContext.Current.CancellationToken);

        report.BadLines.ShouldBeEmpty();
        market.Of(DocumentKind.Seller).Count().ShouldBe(161);
        market.Of(DocumentKind.Product).Count().ShouldBe(19_406);
        market.Of(DocumentKind.Product).ShouldAllBe(product => IsWithinLimits(product));
        var other = market.Of(DocumentKind.Product).Count(product => (string)product["category"]! == "Other");
        (other / 19_406.0).ShouldBeLessThan(0.15);
        market.Of(DocumentKind.Product).Select(product => (string)product["category"]!).Distinct().Count().ShouldBeInRange(40, 100);
        foreach (var (field, times) in report.Cuts)
            TestContext.Current.TestOutputHelper!.WriteLine($"cut: {field} {times}");
    }

    private static bool IsWithinLimits(JsonObject product)
    {
        var attributes = product["attributes"]!.AsObject();
        return CallerId.IsValid((string)product["id"]!) && CallerId.IsValid((string)product["sellerId"]!)
            && ((string)product["title"]!).Length is > 0 and <= 500
            && (product["description"] is null || ((string)product["description"]!).Length <= 20_000)
            && attributes.Count <= 100 && attributes.All(attribute => attribute.Key.Length is > 0 and <= 100 && ((string)attribute.Value!).Length is > 0 and <= 500)
            && product["keywords"]!.AsArray().All(keyword => ((string)keyword!).Length is > 0 and <= 100)
            && !product.ContainsKey("price") && product["listedAt"] is not null
            && CategoryPath.Canonical((string)product["category"]!, out _) is not null;
    }

    /// <summary>In a folder beside the repository, or beside one that holds it.</summary>
    private static FileInfo FindProducts()
    {
        var above = Directory.GetParent(RepositoryRoot.Path);
        FileInfo file;
        do
        {
            file = new FileInfo(Path.Combine(above!.FullName, "shared", "data", "chorus-icecat", "products-19k.jsonl.gz"));
            above = above.Parent;
        }
        while (!file.Exists && above is not null);

        return file;
    }
}
