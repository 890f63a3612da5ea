using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>What is the whole live catalogue, and as of which sequence? Read once, when an engine starts.</summary>
public sealed class LoadCatalogue(IDbContextFactory<MarketDb> contexts)
{
    private const int BatchRows = 5_000;

    /// <summary>
    /// Batches that all carry the one sequence they were read at: categories first (parents before children), then suppliers, then
    /// products, each in order of slot. At least one batch, also for an empty catalogue.
    /// </summary>
    public async IAsyncEnumerable<CatalogueBatch> RunAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);

        // One read transaction sees the same state from the first row to the last. ReadUncommitted is the SQLite provider's name for
        // a transaction that does not take the writer's lock at its start; in WAL mode it still reads committed rows only.
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);
        var sequence = await db.CatalogueCounters.Select(counter => counter.Sequence).SingleAsync(cancel);

        var categories = await db.Categories.AsNoTracking().OrderBy(row => row.Slot).ToListAsync(cancel);
        yield return new CatalogueBatch { Sequence = sequence, Categories = [.. categories.Select(row => row.ToEngine())] };

        var sellers = db.Sellers.AsNoTracking().Where(row => row.DeletedSequence == null).OrderBy(row => row.Slot).AsAsyncEnumerable();
        await foreach (var rows in sellers.Chunk(BatchRows).WithCancellation(cancel))
            yield return new CatalogueBatch { Sequence = sequence, Sellers = [.. rows.Select(row => row.ToEngine())] };

        var products = db.Products.AsNoTracking().Where(row => row.DeletedSequence == null).OrderBy(row => row.Slot).AsAsyncEnumerable();
        await foreach (var rows in products.Chunk(BatchRows).WithCancellation(cancel))
            yield return new CatalogueBatch { Sequence = sequence, Products = [.. rows.Select(row => row.ToEngine())] };
    }
}
