using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Hosting;
using Saima.Import;

namespace Saima.Tests.Storefront;

/// <summary>What stands in the market of these tests? Documents of the contract: twelve suppliers, 30 pallet jacks, 270 pieces of furniture, and hostile texts.</summary>
internal static class TestMarket
{
    public const string HostileTitle = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> \u202Egnp.egral\u202C 🪑";
    public const string HostileProduct = "h.1";
    public const string LongProduct = "h-2";
    public const string PlainProduct = "plain-1";

    /// <summary>A name with everything that an address might trip over.</summary>
    public const string AwkwardCategory = "Tools > A/C parts & 100 % \"spares\"";

    private static readonly string[] Rooms = ["Furniture > Bedroom > Beds", "Furniture > Office", "Furniture > Dining"];

    public static IEnumerable<JsonObject> Categories() =>
    [
        new() { ["path"] = "Furniture", ["names"] = new JsonObject { ["zh"] = "家具" } },
        new() { ["path"] = "Furniture > Office", ["names"] = new JsonObject { ["zh"] = "办公家具" } },
    ];

    public static IEnumerable<JsonObject> Sellers() => Enumerable.Range(1, 12).Select(number => new JsonObject
    {
        ["id"] = $"s-{number}",
        ["name"] = number == 3 ? "hostile " + HostileTitle : $"Supplier number {number}",
        ["country"] = number % 3 == 0 ? "PL" : "CN",
        ["kind"] = number % 2 == 0 ? "factory" : "trader",
        ["membership"] = number % 4 == 0 ? "verified" : "none",
        ["joinedOn"] = "2021-03-01",
        ["employees"] = 1200 + number,
        ["certificates"] = new JsonArray("ISO 9001"),
        ["checks"] = number % 2 == 0 ? new JsonArray(Check("siteAudit", "2099-01-01"), Check("licence", "2022-01-01")) : [],
    });

    public static IEnumerable<JsonObject> Products() =>
    [
        .. Enumerable.Range(1, 30).Select(number => With(
            Product($"jack-{number}", $"Hand pallet jack {number * 100} kg", "Machinery > Material handling", number), "price", Price(100 + number))),
        .. Enumerable.Range(1, 270).Select(number => With(
            Product($"f-{number}", number % 3 == 0 ? $"Solid oak piece no. {number}" : $"Steel piece no. {number}", Rooms[number % 3], number), "moq", 10)),
        With(Product(HostileProduct, "hostile " + HostileTitle, AwkwardCategory, 3), "description", "hostile " + HostileTitle),
        With(Product(LongProduct, "hostile " + new string('W', 480), "Tools", 5), "imageUrl", "https://pictures.example/a.jpg?x=\"onerror=\"alert(1)"),
        With(Product(PlainProduct, "plain lathe", "Tools", 6), "imageUrl", "http://pictures.example/plain.jpg"),
    ];

    /// <summary>Puts it into the market of a folder as any caller would; then something that no caller can.</summary>
    public static async Task FillAsync(DirectoryInfo folder)
    {
        await using var market = await OpenMarket.InAsync(folder, TimeProvider.System, CancellationToken.None);
        var services = new ServiceCollection();
        await market.AddToAsync(services, CancellationToken.None);
        await using var provider = services.BuildServiceProvider();
        var put = new PutIntoMarket(provider);
        foreach (var (kind, documents) in new[] { (DocumentKind.Category, Categories()), (DocumentKind.Seller, Sellers()), (DocumentKind.Product, Products()) })
            (await put.RunAsync(kind, Bytes(documents), CancellationToken.None)).Refusals.ShouldBeEmpty();

        // The market refuses such an address at its door; here it stands inside all the same.
        await using var db = await market.Contexts.CreateDbContextAsync();
        await db.Products.Where(row => row.Id == HostileProduct).ExecuteUpdateAsync(row => row.SetProperty(product => product.ImageUrl, "javascript:alert(1)"));
    }

    private static IAsyncEnumerable<ReadOnlyMemory<byte>> Bytes(IEnumerable<JsonObject> documents) =>
        documents.Select(document => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(document.ToJsonString())).ToAsyncEnumerable();

    private static JsonObject Product(string id, string title, string category, int seller) => new()
    {
        ["id"] = id,
        ["sellerId"] = $"s-{(seller - 1) % 12 + 1}",
        ["title"] = title,
        ["category"] = category,
        ["attributes"] = new JsonObject { ["Material"] = title.Contains("oak", StringComparison.Ordinal) ? "oak" : "steel" },
        ["listedAt"] = "2026-01-05T00:00:00Z",
    };

    private static JsonObject Price(int units) => new() { ["min"] = units, ["max"] = units + 20, ["currency"] = "USD", ["unit"] = "piece" };

    private static JsonObject Check(string what, string until) => new() { ["what"] = what, ["by"] = "Some Audit Ltd", ["on"] = "2020-05-04", ["until"] = until };

    private static JsonObject With(JsonObject document, string field, JsonNode value)
    {
        document[field] = value;
        return document;
    }
}
