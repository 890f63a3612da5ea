using System.Text;
using Microsoft.Data.Sqlite;
using Saima.Bench.Market;
using Saima.Engine;
using Saima.Engine.Race;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;
using Saima.Hosting;
using Saima.Market.Catalogue;
using Saima.Tests.Storefront;

namespace Saima.Tests.Hosting;

public sealed class EngineFileTests : IAsyncLifetime
{
    private static readonly string[] Queries = ["steel piece", "pallet jack", "oak", "hostile", "freshly listed"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saima-file-");

    public async ValueTask InitializeAsync()
    {
        await TestMarket.FillAsync(_folder);
        await using var market = await OpenAsync();
        market.Get<KeepEngineFile>().Keep();
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Started_from_the_file_it_gives_the_same_pages_to_the_byte_as_from_the_database()
    {
        var pages = await PagesAsync(fromFile: true);
        Remove();
        (await PagesAsync(fromFile: false)).Select(RecordBytes.Pack).ShouldBe(pages.Select(RecordBytes.Pack));
    }

    [Fact]
    public async Task What_changed_after_the_file_was_written_is_there_when_it_is_read()
    {
        await ChangeAsync();
        var pages = await PagesAsync(fromFile: true);
        Remove();
        (await PagesAsync(fromFile: false)).Select(Products).ShouldBe(pages.Select(Products));
        Products(pages[^1]).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_damaged_file_is_no_obstacle_and_goes()
    {
        var bytes = await File.ReadAllBytesAsync(Path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Path, bytes);
        (await PagesAsync(fromFile: false)).ShouldContain(page => page.Slots.Length > 0);
        File.Exists(Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_beyond_a_restored_database_is_not_used_and_goes()
    {
        var tables = await File.ReadAllBytesAsync(Tables);
        await ChangeAsync();
        await using (var market = await OpenAsync())
            market.Get<KeepEngineFile>().Keep();
        SqliteConnection.ClearAllPools();
        foreach (var file in _folder.EnumerateFiles("market.db*"))
            file.Delete();
        await File.WriteAllBytesAsync(Tables, tables);

        var pages = await PagesAsync(fromFile: false);

        Products(pages[^1]).ShouldBeEmpty("what the restored database does not know is not for sale");
        File.Exists(Path).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_killed_process_left_unfinished_is_removed_and_the_file_before_it_is_read()
    {
        await File.WriteAllTextAsync(Unfinished, "half of");
        await PagesAsync(fromFile: true);
        File.Exists(Unfinished).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_leaves_the_old_one_and_the_market_open()
    {
        await ChangeAsync();
        var before = await File.ReadAllBytesAsync(Path);
        Directory.CreateDirectory(Unfinished); // nobody can write a file of that name
        await using (var market = await OpenAsync())
            market.Get<KeepEngineFile>().Keep();
        (await File.ReadAllBytesAsync(Path)).ShouldBe(before);
        Directory.Delete(Unfinished);

        await using (var market = await OpenAsync())
            market.Get<KeepEngineFile>().Keep();
        (await File.ReadAllBytesAsync(Path)).ShouldNotBe(before);
    }

    [Fact]
    public async Task It_is_written_at_an_orderly_end_if_the_catalogue_changed_and_only_then()
    {
        Remove();
        await ServeAsync();
        File.Exists(Path).ShouldBeTrue();
        await using var market = await OpenAsync();
        Remove();
        market.Get<KeepEngineFile>().Keep();
        File.Exists(Path).ShouldBeFalse("nothing has changed since it was read");
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private string Path => System.IO.Path.Combine(_folder.FullName, EngineFile.FileName);

    private string Unfinished => System.IO.Path.Combine(_folder.FullName, EngineFile.UnfinishedName);

    private string Tables => System.IO.Path.Combine(_folder.FullName, "market.db");

    private void Remove() => File.Delete(Path);

    private Task<RunningMarket> OpenAsync() => RunningMarket.OpenAsync(_folder, TimeProvider.System);

    private async Task<List<AllocationRecord>> PagesAsync(bool fromFile)
    {
        await using var market = await OpenAsync();
        market.Get<EngineFile>().Sequence.HasValue.ShouldBe(fromFile);
        using var allocator = new Allocator();
        return [.. Queries.Select(query => PageOf(market.Epoch, allocator, query))];
    }

    private static AllocationRecord PageOf(Epoch epoch, Allocator allocator, string query) =>
        allocator.Allocate(epoch, new AllocationRequest { Intent = new Intent { Query = query }, VisitHash = 7, PageSize = 48 });

    private static string Products(AllocationRecord page) => string.Join(' ', page.Slots.Select(slot => slot.ProductSlot));

    private async Task ChangeAsync()
    {
        await using var market = await OpenAsync();
        var put = market.Get<PutProducts>();
        const string Changes =
            """
            {"id":"f-3","sellerId":"s-1","title":"Steel piece that was oak","category":"Furniture > Office"}
            {"id":"fresh","sellerId":"s-2","title":"Freshly listed","category":"Furniture > New shelves"}
            """;
        (await put.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(Changes)), BulkOptions.Default, CancellationToken.None)).Accepted.ShouldBe(2);
        await market.Get<DeleteProduct>().RunAsync("f-6");
    }

    private async Task ServeAsync()
    {
        await using var market = await OpenMarket.InAsync(_folder, TimeProvider.System, CancellationToken.None);
        await using var app = await SaimaWeb.BuildAsync(market, "http://127.0.0.1:0", null, CancellationToken.None);
        await app.StartAsync();
        await app.StopAsync();
    }
}
