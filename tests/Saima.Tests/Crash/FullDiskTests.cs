using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Saima.Bench.Market;
using Saima.Market.Tests.Log;

namespace Saima.Tests.Crash;

/// <summary>The disk fills up while the program serves: it says so, loses nothing that it answered, and goes on when there is space.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int MostPages = 20_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saima-full-");
    private readonly Answered _answered = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Full_disk_is_answered_in_words_and_nothing_answered_is_lost()
    {
        using var disk = SmallDisk.TryMake(megabytes: 24);
        if (disk is null) Assert.Skip("needs the right to mount a disk of its own");
        var data = await MarketOnAsync(disk);
        var port = SaimaProcess.FreePort();
        await using (var program = await SaimaProcess.ServeAsync(data, port))
        {
            using var client = new HttpClient { BaseAddress = new Uri(SaimaProcess.Url(port)) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SaimaProcess.AdminKey);
            await GivePagesAsync(client, 20);
            using var visitor = new BusyVisitor(SaimaProcess.Url(port), _answered, seed: 1);
            (await visitor.InquireAsync("Please quote before the disk is full")).ShouldBe(HttpStatusCode.Redirect);
            var ballast = Path.Combine(disk.Path, "ballast");
            await FillAsync(ballast);
            await UntilFullAsync(client);

            await ShouldSayItAsync(client);
            (await visitor.InquireAsync("Please quote although the disk is full")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK, "what needs no record goes on");

            File.Delete(ballast);
            await GivePagesAsync(client, 20);
            (await visitor.InquireAsync("Please quote now that there is space")).ShouldBe(HttpStatusCode.Redirect);
            await program.KillAsync();
        }

        await CheckAsync(data);
    }

    private async Task<string> MarketOnAsync(SmallDisk disk)
    {
        await SmallMarket.ImportAsync(_folder.FullName);
        var data = Path.Combine(disk.Path, "data");
        Directory.CreateDirectory(data);
        File.Copy(Path.Combine(_folder.FullName, "data", "market.db"), Path.Combine(data, "market.db"));
        return data;
    }

    private async Task GivePagesAsync(HttpClient client, int pages)
    {
        for (var page = 0; page < pages; page++)
        {
            using var response = await AskAsync(client, page);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            await NoteAsync(response);
        }
    }

    private async Task UntilFullAsync(HttpClient client)
    {
        for (var page = 0; page < MostPages; page++)
        {
            using var response = await AskAsync(client, page);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                return;
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            await NoteAsync(response);
        }

        throw new InvalidOperationException("the disk did not fill up");
    }

    private static async Task ShouldSayItAsync(HttpClient client)
    {
        using var call = await AskAsync(client, 1);
        (await call.Content.ReadAsStringAsync()).ShouldContain("Send the call again");
        using var page = await client.GetAsync("/search?q=valve");
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await page.Content.ReadAsStringAsync()).ShouldContain("Please try again in a minute");
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, int visit) =>
        client.PostAsJsonAsync("/api/v1/allocations", new { intent = new { query = "valve" }, visit = new { id = $"v-{visit}" }, page = new { size = 48 } });

    private async Task NoteAsync(HttpResponseMessage response)
    {
        var page = (await response.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>())!;
        _answered.Note(_answered.Pages, (string)page["allocationId"]!);
    }

    // To the last byte.
    private static async Task FillAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 1 << 20; size > 0; size /= 2)
        {
            try
            {
                while (true)
                    await file.WriteAsync(new byte[size]);
            }
            catch (IOException)
            {
                // Smaller pieces may still fit.
            }
        }
    }

    private async Task CheckAsync(string data)
    {
        await using var market = await RunningMarket.OpenAsync(new DirectoryInfo(data), TimeProvider.System);
        await KillTests.CheckAnswersAsync(market, _answered);
    }
}
