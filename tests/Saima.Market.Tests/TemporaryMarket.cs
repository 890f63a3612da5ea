using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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
        return await OpenInAsync(folder);
    }

    /// <summary>Whatever lies in that folder, opened as a program opens it; two markets on one folder share its end.</summary>
    public static async Task<TemporaryMarket> OpenInAsync(string folder) => new(folder, await SqliteMarket.OpenAsync(folder));

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
        loaded.Add(await new LoadCatalogue(Contexts).ChangedAfterAsync(-1));
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
