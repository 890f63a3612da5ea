using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Saima.Market.Sqlite;

/// <summary>Where are the market's tables when there is no database server? In <c>market.db</c> of the folder that holds everything.</summary>
/// <remarks>
/// Write-ahead log with <c>synchronous=FULL</c>: a commit that was answered survives a power cut, and readers never wait for the
/// writer. One process at a time; the lock of another one is waited for, but its changes are not followed.
/// </remarks>
public static class SqliteMarket
{
    public const string FileName = "market.db";

    /// <summary>Opens the market in that folder, makes both if they are not there, and brings its tables up to date.</summary>
    public static async Task<IDbContextFactory<MarketDb>> OpenAsync(string folder, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        CreateForOwnerOnly(file);
        var contexts = new PooledDbContextFactory<MarketDb>(Options(file));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await SqliteUpgrade.RunAsync(db, cancel);
        return contexts;
    }

    internal static DbContextOptions<MarketDb> Options(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 };
        return new DbContextOptionsBuilder<MarketDb>()
            .UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsAssembly(typeof(SqliteMarket).Assembly.GetName().Name))
            .AddInterceptors(new SqlitePragmas())
            .Options;
    }

    // Buyers' addresses and the market's secrets lie in it; SQLite gives its companion files the same rights.
    private static void CreateForOwnerOnly(string file)
    {
        if (OperatingSystem.IsWindows() || File.Exists(file))
            return;

        var owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var created = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = owner });
    }
}
