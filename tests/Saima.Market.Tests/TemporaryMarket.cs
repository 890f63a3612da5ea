using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Saima.Engine.Catalogue;
using Saima.Market.Catalogue;
using Saima.Market.Sqlite;

namespace Saima.Market.Tests;

/// <summary>A whole market in a folder of its own, gone after the test.</summary>
internal sealed class TemporaryMarket : IAsyncDisposable
{
    private TemporaryMarket(string folder, IDbContextFactory<MarketDb> contexts)
    {
        Folder = folder;
        Contexts = contexts;
        Feed = new CatalogueFeed();
        Writer = new MarketWriter(contexts, Feed);
        Read = new ReadCatalogue(contexts, Feed);
    }

    public string Folder { get; }
    public IDbContextFactory<MarketDb> Contexts { get; }
    public CatalogueFeed Feed { get; }
    public MarketWriter Writer { get; }
    public ReadCatalogue Read { get; }
    public HandClock Clock { get; } = new();

    // The migrations run once; every other market starts from a copy of what they made.
    private static readonly Lazy<Task<byte[]>> Empty = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("saima-market-").FullName;
        var contexts = await SqliteMarket.OpenAsync(folder);
        await ClosePoolAsync(contexts);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, SqliteMarket.FileName));
        Directory.Delete(folder, recursive: true);
        return bytes;
    });

    public static async Task<TemporaryMarket> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("saima-market-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, SqliteMarket.FileName), await Empty.Value);
        return new TemporaryMarket(folder, await SqliteMarket.OpenAsync(folder));
    }

    /// <summary>The same folder, opened by a second program.</summary>
    public async Task<TemporaryMarket> OpenAgainAsync() => new(Folder, await SqliteMarket.OpenAsync(Folder));

    public Task<BulkAnswer> PutCategories(string body, BulkOptions? options = null) =>
        new PutCategories(Writer, Clock).RunAsync(Some.Body(body), options ?? BulkOptions.Default);

    public Task<BulkAnswer> PutSellers(string body, BulkOptions? options = null) =>
        new PutSellers(Writer, Clock).RunAsync(Some.Body(body), options ?? BulkOptions.Default);

    public Task<BulkAnswer> PutProducts(string body, BulkOptions? options = null) =>
        new PutProducts(Writer, Clock).RunAsync(Some.Body(body), options ?? BulkOptions.Default);

    public Task<DeleteAnswer> DeleteProduct(string id, string? onlySellerId = null) => new DeleteProduct(Writer).RunAsync(id, onlySellerId);

    public Task<DeleteAnswer> DeleteSeller(string id) => new DeleteSeller(Writer).RunAsync(id);

    public async Task<Loaded> LoadAsync()
    {
        var loaded = new Loaded();
        await foreach (var batch in new LoadCatalogue(Contexts).RunAsync())
            loaded.Add(batch);

        return loaded;
    }

    public async Task<T> AskAsync<T>(Func<MarketDb, Task<T>> question)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        return await question(db);
    }

    public async ValueTask DisposeAsync()
    {
        Writer.Dispose();
        await ClosePoolAsync(Contexts);
        Directory.Delete(Folder, recursive: true);
    }

    // Only the pool of this file: tests run side by side.
    private static async Task ClosePoolAsync(IDbContextFactory<MarketDb> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }
}

/// <summary>What an engine would know after it has read these batches.</summary>
internal sealed class Loaded
{
    public long Sequence { get; private set; }
    public SortedDictionary<int, Category> Categories { get; } = [];
    public SortedDictionary<int, Seller> Sellers { get; } = [];
    public SortedDictionary<int, Product> Products { get; } = [];

    public Product Product(string id) => Products.Values.Single(product => product.Id == id);

    public Seller Seller(string id) => Sellers.Values.Single(seller => seller.Id == id);

    public void Add(CatalogueBatch batch)
    {
        Sequence = batch.Sequence;
        foreach (var category in batch.Categories)
            Categories[category.Slot] = category;
        foreach (var seller in batch.Sellers)
            Sellers[seller.Slot] = seller;
        foreach (var product in batch.Products)
            Products[product.Slot] = product;
        foreach (var slot in batch.RemovedProductSlots)
            Products.Remove(slot);
    }
}

/// <summary>A clock that stands still until the test moves it.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Things that do not matter to the test at hand.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new HandClock().Now;

    public static MemoryStream Body(string text) => new(Encoding.UTF8.GetBytes(text));

    public static string Seller(string id = "s-1", string name = "Ningbo Hengda Furniture") => $$"""{"id":"{{id}}","name":"{{name}}","country":"CN"}""";

    public static string Product(string id = "p-1", string sellerId = "s-1", string title = "Pine bed", string category = "Furniture > Beds") =>
        $$"""{"id":"{{id}}","sellerId":"{{sellerId}}","title":"{{title}}","category":"{{category}}"}""";

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
