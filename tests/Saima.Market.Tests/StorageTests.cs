using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Saima.Market.Catalogue;
using Saima.Market.Sqlite;

namespace Saima.Market.Tests;

public class StorageTests
{
    [Fact]
    public async Task The_migrations_make_the_model_that_the_program_has()
    {
        await using var market = await TemporaryMarket.OpenAsync();

        (await market.AskAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "10000")]
    public async Task Every_connection_is_set_to_lose_nothing(string pragma, string value)
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await using var db = await market.Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        (await command.ExecuteScalarAsync())!.ToString().ShouldBe(value);
    }

    [Fact]
    public async Task A_transaction_that_fails_leaves_nothing()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        using var follower = market.Feed.Subscribe();
        await market.PutSellers(Some.Seller());

        await Should.ThrowAsync<InvalidOperationException>(() => market.Writer.WriteAsync<bool>(
            async write =>
            {
                var change = await write.CatalogueAsync(CancellationToken.None);
                await write.Db.Sellers.ExecuteUpdateAsync(row => row.SetProperty(seller => seller.Name, "half done"));
                change.RemoveSeller();
                throw new InvalidOperationException("killed here");
            },
            CancellationToken.None));

        (await market.Read.SequenceAsync()).ShouldBe(1);
        (await market.LoadAsync()).Seller("s-1").Name.ShouldBe("Ningbo Hengda Furniture");
        follower.Reader.Count.ShouldBe(1);
        (await market.PutSellers(Some.Seller("s-2"))).Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task A_program_that_is_killed_before_its_commit_leaves_nothing()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        var afterwards = Directory.CreateTempSubdirectory("saima-market-").FullName;

        // What lies on the disk at this moment is what the next program would find.
        await market.Writer.WriteAsync(
            async write =>
            {
                var rows = Enumerable.Range(0, 3_000).Select(i => new SellerRow { Slot = 10 + i, Id = $"s-{i}x", Name = new string('x', 200) }).ToList();
                await RowUpsert.RunAsync(write.Db, rows, CancellationToken.None);
                foreach (var file in Directory.GetFiles(market.Folder).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
                    File.Copy(file, Path.Combine(afterwards, Path.GetFileName(file)));

                write.Abandon();
                return true;
            },
            CancellationToken.None);

        await using var next = await TemporaryMarket.OpenInAsync(afterwards);
        (await next.LoadAsync()).Sellers.Values.Select(seller => seller.Id).ShouldBe(["s-1"]);
    }

    [Fact]
    public async Task The_file_is_for_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("rights are inherited from the folder there");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("saima-market-").FullName;
        await using var market = await TemporaryMarket.OpenInAsync(folder);

        var rights = File.GetUnixFileMode(Path.Combine(folder, SqliteMarket.FileName));

        rights.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_does_not_hang_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("saima-market-").FullName;
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, SqliteMarket.FileName)}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-22')";
            await command.ExecuteNonQueryAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await SqliteMarket.OpenAsync(folder, patience.Token);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
