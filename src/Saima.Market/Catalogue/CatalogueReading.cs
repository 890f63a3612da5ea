using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>What do the catalogue's tables hold at one moment? One read transaction, from the first row to the last.</summary>
public sealed class CatalogueReading : IAsyncDisposable
{
    private readonly MarketDb _db;
    private readonly IDbContextTransaction _moment;

    private CatalogueReading(MarketDb db, IDbContextTransaction moment, long sequence)
    {
        (_db, _moment) = (db, moment);
        Sequence = sequence;
    }

    /// <summary>The catalogue's sequence at that moment.</summary>
    public long Sequence { get; }

    /// <summary>Begins; writers go on writing, and nothing of it is seen here.</summary>
    public static async Task<CatalogueReading> OpenAsync(IDbContextFactory<MarketDb> contexts, CancellationToken cancel)
    {
        var db = await contexts.CreateDbContextAsync(cancel);
        try
        {
            // ReadUncommitted is the SQLite provider's name for a transaction that does not take the writer's lock at its start; in WAL
            // mode it still reads committed rows only, all of one moment.
            var moment = await db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);
            return new CatalogueReading(db, moment, await db.CatalogueCounters.Select(counter => counter.Sequence).SingleAsync(cancel));
        }
        catch (Exception)
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>All categories, parents before children.</summary>
    public async Task<IReadOnlyList<Category>> CategoriesAsync(CancellationToken cancel)
    {
        var rows = await _db.Categories.AsNoTracking().OrderBy(row => row.Slot).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToEngine())];
    }

    /// <summary>All suppliers that are there.</summary>
    public async Task<IReadOnlyList<Seller>> SellersAsync(CancellationToken cancel)
    {
        var rows = await _db.Sellers.AsNoTracking().Where(row => row.DeletedSequence == null).OrderBy(row => row.Slot).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToEngine())];
    }

    /// <summary>All products that are for sale, in order of slot; the enumeration is read once and to its end.</summary>
    public IAsyncEnumerable<ProductRow> ProductsAsync(CancellationToken cancel) =>
        ReadProductRows.RunAsync(_db.Products.Where(row => row.DeletedSequence == null).OrderBy(row => row.Slot), cancel);

    /// <summary>What changed after a sequence, with all categories and suppliers, as one batch.</summary>
    public async Task<CatalogueBatch> ChangedAfterAsync(long sequence, CancellationToken cancel)
    {
        var (products, removed) = (new List<Product>(), new List<int>());
        if (sequence < Sequence)
        {
            // A deletion is a change, and its sequence is both.
            await foreach (var row in ReadProductRows.RunAsync(_db.Products.Where(row => row.ChangedSequence > sequence && row.DeletedSequence == null), cancel))
                products.Add(row.ToEngine());
            removed = await _db.Products.Where(row => row.ChangedSequence > sequence && row.DeletedSequence != null).Select(row => row.Slot).ToListAsync(cancel);
        }

        return new CatalogueBatch
        {
            Sequence = Sequence,
            Categories = await CategoriesAsync(cancel),
            Sellers = await SellersAsync(cancel),
            Products = products,
            RemovedProductSlots = removed,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _moment.DisposeAsync();
        await _db.DisposeAsync();
    }
}
