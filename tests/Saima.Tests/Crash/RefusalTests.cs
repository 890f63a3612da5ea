using System.Net;
using System.Net.Sockets;
using Saima.Hosting;
using Saima.Market.Tests.Log;

namespace Saima.Tests.Crash;

/// <summary>The program cannot do what it was asked: one line says what and what to do, and the exit code is that of the contract.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saima-refusal-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Data => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task Port_that_is_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = SaimaProcess.Url(((IPEndPoint)listener.LocalEndpoint).Port);

        var line = await FailAsync("serve", "--empty", "--data", Data, "--urls", url);

        line.ShouldContain($"{url} is in use");
        line.ShouldContain("--urls");
    }

    [Fact]
    public async Task Folder_that_another_process_has_open_is_refused()
    {
        await using var open = await OpenMarket.InAsync(new DirectoryInfo(Data), TimeProvider.System, TestContext.Current.CancellationToken);
        foreach (var command in await CommandsAsync(Data))
        {
            var line = await FailAsync(command);
            line.ShouldContain(Data);
            line.ShouldContain("end it, or choose another folder");
        }
    }

    [Fact]
    public async Task Folder_that_may_not_be_written_is_refused()
    {
        using var disk = SmallDisk.TryMake(megabytes: 4);
        if (disk is null) Assert.Skip("needs the right to mount a disk of its own");
        disk.MakeReadOnly();
        foreach (var command in await CommandsAsync(Path.Combine(disk.Path, "data")))
        {
            var line = await FailAsync(command);
            line.ShouldContain(disk.Path);
            line.ShouldContain("may write to it");
        }
    }

    [Fact]
    public async Task Import_onto_a_full_disk_says_so_and_works_when_there_is_space()
    {
        using var disk = SmallDisk.TryMake(megabytes: 2);
        if (disk is null) Assert.Skip("needs the right to mount a disk of its own");
        var file = Path.Combine(_folder.FullName, "sellers.ndjson");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 20_000).Select(n => $$"""{"id":"s-{{n}}","name":"Supplier number {{n}}"}"""));
        (await FailAsync("import", "sellers", file, "--data", Path.Combine(disk.Path, "data"))).ShouldContain("full");

        await File.WriteAllTextAsync(file, """{"id":"s-1","name":"One"}""");
        var (exit, errors) = await SaimaProcess.RunAsync("import", "sellers", file, "--data", Path.Combine(disk.Path, "data"));
        (exit, string.Join('\n', errors)).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Folder_that_is_a_file_is_refused()
    {
        await File.WriteAllTextAsync(Data, "");
        foreach (var command in await CommandsAsync(Data))
            (await FailAsync(command)).ShouldContain(Data);
    }

    [Theory]
    [InlineData("serve", "--frobnicate")]
    [InlineData("import", "products")]
    [InlineData("frobnicate")]
    public async Task What_is_not_understood_is_usage(params string[] arguments)
    {
        var (exit, errors) = await SaimaProcess.RunAsync(arguments);
        exit.ShouldBe(2);
        errors.ShouldHaveSingleItem().ShouldStartWith("saima: ");
    }

    [Fact]
    public async Task Key_that_is_too_short_is_refused()
    {
        var line = await FailAsync("serve", "--empty", "--data", Data, "--urls", SaimaProcess.Url(SaimaProcess.FreePort()), "--admin-key", "short");
        line.ShouldContain("--admin-key");
    }

    private async Task<string[][]> CommandsAsync(string data)
    {
        var file = Path.Combine(_folder.FullName, "sellers.ndjson");
        await File.WriteAllTextAsync(file, """{"id":"s-1","name":"One"}""");
        return [["serve", "--empty", "--data", data, "--urls", SaimaProcess.Url(SaimaProcess.FreePort())], ["import", "sellers", file, "--data", data]];
    }

    private static async Task<string> FailAsync(params string[] arguments)
    {
        var (exit, errors) = await SaimaProcess.RunAsync(arguments);
        exit.ShouldBe(1, string.Join('\n', errors));
        var line = errors.ShouldHaveSingleItem();
        line.ShouldStartWith("saima: ");
        return line;
    }
}
