using Saima.Engine.Catalogue;
using Saima.Storefront.Views;

namespace Saima.Storefront.Sample;

/// <summary>An invented market behind the pages until they see the real one.</summary>
public sealed class SampleMarket
{
    private const int ProductsOnAShelf = 90;
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string[] Cities = ["Ningbo", "Foshan", "Shenzhen", "Hai Phong", "Izmir", "Porto", "Surat", "Yiwu", "Suzhou", "Gdańsk"];
    private static readonly string[] Countries = ["CN", "CN", "CN", "VN", "TR", "PT", "IN", "CN", "CN", "PL"];
    private static readonly string[] Names = ["Hengda", "Brightway", "Lanting", "Kaya", "Norte", "Minghe", "Ostra", "Vinh Phat", "Jiaxin", "Tallgrass"];

    private readonly List<SampleProduct> _products = [];

    public SampleMarket() : this([])
    {
    }

    /// <summary>The invented market with <paramref name="more"/> products in it.</summary>
    public SampleMarket(IEnumerable<SampleProduct> more)
    {
        foreach (var shelf in SampleShelf.All)
        {
            for (var i = 0; i < ProductsOnAShelf; i++)
                _products.Add(Make(shelf, i));
        }

        _products.AddRange(more);
    }

    public HomeView Home() => new(
        _products.Count,
        _products.Select(p => p.Seller).Distinct().Count(),
        [.. Shelves(null, 2)],
        ["pallet jack", "LED panel light", "queen platform bed", "mailer box"]);

    public bool HasCategory(string path) => _products.Exists(p => p.IsIn(path));

    public ResultsView Race(SearchAsk ask, string? category) => SampleRace.Run(_products, ask, category ?? ask.Category, Shelves);

    public ProductView? Product(string id) => _products.Find(p => p.Id == id) is { } product
        ? new ProductView
        {
            Id = product.Id,
            Title = product.Title,
            Category = new CategoryView(product.Category, null, []),
            Price = product.Price,
            Moq = product.Moq,
            ImageUrl = product.ImageUrl,
            Description = product.Description,
            Attributes = product.Attributes,
            ListedOn = Today.AddDays(-product.Hash % 400),
            Supplier = Facts(product.Seller),
        }
        : null;

    public SupplierView? Supplier(string id)
    {
        var own = _products.FindAll(p => SellerId(p.Seller) == id);
        return own.Count == 0 ? null : Facts(own[0].Seller) with { Products = [.. own.Take(24).Select(p => p.Card())] };
    }

    public PictureSubject? Picture(string id) => _products.Find(p => p.Id == id) is { } p ? new PictureSubject(p.Category, p.Title) : null;

    public InquiryReceipt? Inquire(string id) => _products.Find(p => p.Id == id) is { } p
        ? new InquiryReceipt($"i-{p.Hash % 100000:D6}", p.Id, p.Title, SellerLine(p.Seller).Name)
        : null;

    internal static SupplierLine SellerLine(int seller) => new(
        SellerId(seller),
        $"{Cities[seller % Cities.Length]} {Names[seller / 3 % Names.Length]} {(seller % 4 == 2 ? "Trading" : "Industrial")} Co., Ltd.",
        Countries[seller % Countries.Length],
        (SellerKind)(1 + (seller % 4)),
        Checks(seller).FirstOrDefault(c => c.Holds)?.Check);

    private static string SellerId(int seller) => $"s-{seller}";

    private static IEnumerable<CheckView> Checks(int seller)
    {
        if (seller % 3 == 0) yield return new(new SellerCheck("siteAudit", "TÜV Rheinland", new DateOnly(2026, 3, 1), new DateOnly(2028, 3, 1)), true);
        if (seller % 5 != 4) yield return new(new SellerCheck("licence", "Saima", new DateOnly(2026, 1, 12), new DateOnly(2027, 1, 12)), true);
        if (seller % 7 == 0) yield return new(new SellerCheck("identity", "Saima", new DateOnly(2024, 5, 2), new DateOnly(2026, 5, 2)), false);
    }

    private SupplierView Facts(int seller)
    {
        var line = SellerLine(seller);
        return new SupplierView
        {
            Id = line.Id,
            Name = line.Name,
            Country = line.Country,
            Kind = line.Kind,
            JoinedOn = new DateOnly(2016 + (seller % 10), 1 + (seller % 12), 2),
            Employees = 20 + (seller * 13 % 400),
            Certificates = seller % 2 == 0 ? ["ISO 9001", "FSC"] : [],
            Checks = [.. Checks(seller)],
            ProductCount = _products.Count(p => p.Seller == seller),
        };
    }

    private IEnumerable<CategoryView> Shelves(string? under, int levels) =>
        _products.Where(p => under is null || p.IsIn(under))
            .Select(p => p.Category.Split(Category.Separator))
            .Where(names => names.Length > (under?.Split(Category.Separator).Length ?? 0))
            .GroupBy(names => string.Join(Category.Separator, names.Take((under?.Split(Category.Separator).Length ?? 0) + 1)))
            .Select(g => new CategoryView(g.Key, g.Count(), levels > 1 ? [.. Shelves(g.Key, levels - 1)] : []))
            .OrderByDescending(c => c.Products).ThenBy(c => c.Path, StringComparer.Ordinal);

    private static SampleProduct Make(SampleShelf shelf, int i)
    {
        var hash = SampleProduct.HashOf($"{shelf.Path}/{i}");
        string Pick(string[] words, int salt) => words[(hash >> salt) % words.Length];
        var material = Pick(shelf.Materials, 9);
        var price = shelf.Price * (0.7m + (hash % 70 / 100m));
        var decimals = price >= 20 ? 0 : price >= 0.1m ? 2 : 4;
        var low = Math.Round(price, decimals);
        var high = Math.Round(price * 1.35m, decimals);
        return new SampleProduct
        {
            Id = $"p-{hash % 10_000_000}",
            Title = $"{Pick(shelf.Makes, 3)} {Pick(shelf.Things, 5)}, {Pick(shelf.Sizes, 7)}, {material}",
            Category = shelf.Path,
            Seller = hash % 160,
            Price = hash % 11 == 0 ? null : new PriceBand((long)(low * 1_000_000), (long)(high * 1_000_000), "USD", hash % 5 == 0 ? "set" : "piece"),
            Moq = hash % 13 == 0 ? null : shelf.Moq * (1 + (hash % 4)),
            ImageUrl = hash % 37 == 0 ? "https://pictures.invalid/photo.jpg" : null,
            Attributes = [new("Material", material), new("Size", Pick(shelf.Sizes, 7)), new("OEM", "yes, from 500 pieces"), new("Lead time", "25–35 days"), new("Port", "Ningbo")],
            Description = "Made to order. Sample in 7 days, fee refunded with the first order.\n\nPacking: export carton, 5-ply; pallets on request. Inspection by a third party is welcome at any time during production.",
        };
    }
}
