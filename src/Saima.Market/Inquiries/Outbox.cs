using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Inquiries;

/// <summary>What has yet to reach the log? Read and marked by the one relay.</summary>
/// <remarks>The relay appends to the log first and marks then: after a crash between the two it sends again, and the log knows the id.</remarks>
public sealed class Outbox(IDbContextFactory<MarketDb> contexts, MarketWriter writer, TimeProvider clock)
{
    /// <summary>The oldest <paramref name="limit"/> notes that were not relayed, in order of commit.</summary>
    public async Task<IReadOnlyList<OutboxRow>> ReadAsync(int limit, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Outbox.AsNoTracking().Where(row => row.RelayedAtMicros == null).OrderBy(row => row.Id).Take(limit).ToListAsync(cancel);
    }

    /// <summary>How many of these were not marked before.</summary>
    public Task<int> MarkRelayedAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default)
    {
        var now = UnixMicros.From(clock.GetUtcNow());
        return writer.WriteAsync(
            market => market.Db.Outbox.Where(row => row.RelayedAtMicros == null && EF.Parameter(ids).Contains(row.Id))
                .ExecuteUpdateAsync(row => row.SetProperty(note => note.RelayedAtMicros, now), cancel),
            cancel);
    }
}
