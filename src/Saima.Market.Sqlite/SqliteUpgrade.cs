using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Sqlite;

/// <summary>Are the tables those of this version? If not, they become so.</summary>
internal static class SqliteUpgrade
{
    public static async Task RunAsync(MarketDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        var pending = await db.Database.GetPendingMigrationsAsync(cancel);
        if (!pending.Any())
            return;

        await DropStaleLockAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
    }

    // EF Core guards migrations by a row that a killed process leaves behind, and then waits for it without end (efcore#38958).
    // Nobody else is at work on the file of an embedded market, so a lock from before this start is a dead one.
    private static async Task DropStaleLockAsync(MarketDb db, CancellationToken cancel) =>
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
}
