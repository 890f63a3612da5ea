using Microsoft.EntityFrameworkCore;
using Saima.Market.Catalogue;

namespace Saima.Market;

/// <summary>Who may write to the market's tables now? One at a time, in one transaction, and the feed hears of it in that order.</summary>
/// <remarks>
/// SQLite has one writer anyway; queueing here instead of in the database costs no busy waits, and the lock is what lets catalogue
/// batches leave in order of sequence. Bodies of requests are read before the lock is taken, never under it.
/// </remarks>
public sealed class MarketWriter(IDbContextFactory<MarketDb> contexts, CatalogueFeed feed) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Runs <paramref name="work"/> in a transaction and commits it unless it was abandoned; an exception leaves nothing behind.</summary>
    public async Task<T> WriteAsync<T>(Func<MarketWrite, Task<T>> work, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            return await WriteAloneAsync(work, cancel);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<T> WriteAloneAsync<T>(Func<MarketWrite, Task<T>> work, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var write = new MarketWrite(db);
        var answer = await work(write);
        if (write.IsAbandoned)
            return answer;

        await write.BookSequenceAsync(cancel);

        // From here on a caller who goes away changes nothing: what is committed must also be published.
        await transaction.CommitAsync(CancellationToken.None);
        if (write.Batch() is { } batch)
            await feed.PublishAsync(batch);

        return answer;
    }
}
