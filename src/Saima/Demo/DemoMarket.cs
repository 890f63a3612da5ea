using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Saima.Import;

namespace Saima.Demo;

/// <summary>A small made-up market to try the program on: which categories, suppliers and products does it have?</summary>
/// <remarks>All companies are invented; a likeness to a real one is chance. The words are in <c>Demo/*.json</c>.</remarks>
public sealed class DemoMarket(DemoOptions options)
{
    private readonly IReadOnlyList<DemoSeller> _sellers = MakeSellers.All(options);

    /// <summary>Category documents, parents before children.</summary>
    public IEnumerable<JsonObject> Categories()
    {
        foreach (var industry in DemoWords.Industries)
        {
            yield return Category(industry.Name, industry.Zh);
            foreach (var leaf in industry.Leaves)
                yield return Category($"{industry.Name} > {leaf.Name}", leaf.Zh);
        }
    }

    /// <summary>Seller documents.</summary>
    public IEnumerable<JsonObject> Sellers() => _sellers.Select(seller => seller.Document.DeepClone().AsObject());

    /// <summary>Product documents, supplier by supplier.</summary>
    public IEnumerable<JsonObject> Products()
    {
        var number = 1;
        foreach (var seller in _sellers)
        {
            foreach (var product in new MakeProducts(options, seller).All(number))
                yield return product;
            number += seller.Size;
        }
    }

    /// <summary>Puts all of it into a market: categories, then sellers, then products.</summary>
    /// <returns>What the market answered to the three.</returns>
    public async Task<IReadOnlyList<PutAnswer>> PutAsync(PutDocuments put, CancellationToken cancellation) =>
    [
        await put(DocumentKind.Category, LinesAsync(Categories(), cancellation), cancellation),
        await put(DocumentKind.Seller, LinesAsync(Sellers(), cancellation), cancellation),
        await put(DocumentKind.Product, LinesAsync(Products(), cancellation), cancellation),
    ];

    private static JsonObject Category(string path, string zh) => new() { ["path"] = path, ["names"] = new JsonObject { ["zh"] = zh } };

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(IEnumerable<JsonObject> documents, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return JsonSerializer.SerializeToUtf8Bytes(document);
        }

        await Task.CompletedTask;
    }
}
