using System.Text.Json.Nodes;
using Saima.Demo;
using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Race;

namespace Saima.Tests.CrossLanguage;

/// <summary>The made-up market of the first command, three times as large so that every question has an answer in it, as an engine that has learned nothing reads it.</summary>
public sealed class DemoCatalogue : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly CatalogueState _state = new();
    private readonly Dictionary<string, int> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sellers = new(StringComparer.Ordinal);

    public DemoCatalogue()
    {
        var market = new DemoMarket(new DemoOptions(Today, Sellers: 900, Products: 12_000));
        var snapshot = _state.Apply(new CatalogueBatch
        {
            Sequence = 1,
            Categories = [.. market.Categories().Select(CategoryOf)],
            Sellers = [.. market.Sellers().Select(SellerOf)],
            Products = [.. market.Products().Select(ProductOf)],
        });
        Epoch = new Epoch(snapshot, new Learner(new LearnerOptions()), PolicyFile.Parse(PolicyFile.ReadShipped(PolicyFile.Shipped[0])), Today);
    }

    public Epoch Epoch { get; }

    public void Dispose() => _state.Dispose();

    /// <summary>The last name of a product's category.</summary>
    public string LeafOf(Product product) => Epoch.Snapshot.FindCategory(product.CategorySlot)!.Path.Split(Category.Separator)[^1];

    private Category CategoryOf(JsonObject document)
    {
        var path = (string)document["path"]!;
        var parent = path.LastIndexOf(Category.Separator, StringComparison.Ordinal) is var end and >= 0 ? _categories[path[..end]] : -1;
        _categories[path] = _categories.Count;
        return new Category(_categories[path], path, parent);
    }

    private Seller SellerOf(JsonObject document)
    {
        var id = (string)document["id"]!;
        _sellers[id] = _sellers.Count;
        return new Seller { Slot = _sellers[id], Id = id, Name = (string)document["name"]! };
    }

    private Product ProductOf(JsonObject document, int slot) => new()
    {
        Slot = slot,
        Id = (string)document["id"]!,
        SellerSlot = _sellers[(string)document["sellerId"]!],
        CategorySlot = _categories[(string)document["category"]!],
        Title = (string)document["title"]!,
        Keywords = [.. document["keywords"]?.AsArray().Select(word => (string)word!) ?? []],
        Attributes = [.. document["attributes"]?.AsObject().Select(pair => KeyValuePair.Create(pair.Key, (string)pair.Value!)) ?? []],
        Description = (string?)document["description"] ?? "",
    };
}
