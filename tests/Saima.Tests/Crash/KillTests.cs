using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Bench.Market;
using Saima.Market;
using Saima.Market.Traffic;

namespace Saima.Tests.Crash;

/// <summary>The program is killed in the middle of traffic; what it had answered is there, and it knows what it knew.</summary>
public sealed class KillTests : IDisposable
{
    private const int Visitors = 4;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saima-crash-");
    private readonly Answered _answered = new();
    private int _copies;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_by_a_kill_and_replays_agree_to_the_bit()
    {
        await SmallMarket.ImportAsync(_folder.FullName);
        foreach (var seed in new[] { 1, 2, 3, 4 })
        {
            await ServeAndKillAsync(seed);
            await CheckAsync();
        }

        _answered.Clicks.ShouldNotBeEmpty();
        _answered.Inquiries.ShouldNotBeEmpty();
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private async Task ServeAndKillAsync(int seed)
    {
        var port = SaimaProcess.FreePort();
        await using var program = await SaimaProcess.ServeAsync(Data, port);
        var enough = _answered.After(new Random(seed).Next(40, 160));
        var visitors = Enumerable.Range(0, Visitors)
            .Select(async visitor =>
            {
                using var busy = new BusyVisitor(SaimaProcess.Url(port), _answered, seed * 100 + visitor);
                await busy.GoOnAsync();
            })
            .ToArray();
        await Task.WhenAny([enough, .. visitors]).WaitAsync(SaimaProcess.Patience);
        await program.KillAsync();
        await Task.WhenAll(visitors);
        enough.IsCompleted.ShouldBeTrue("the visitors were to be interrupted, not to give up");
    }

    private async Task CheckAsync()
    {
        var (one, other) = (Copy(), Copy());
        string digest;
        await using (var market = await RunningMarket.OpenAsync(one, TimeProvider.System))
        {
            await CheckAnswersAsync(market, _answered);
            digest = market.Engine.LearnedDigest;
        }

        (await DigestAsync(one)).ShouldBe(digest, "a replay after learning the open rest");
        await using var twin = await RunningMarket.OpenAsync(other, TimeProvider.System);
        (await DigestAsync(Copy())).ShouldBe(twin.Engine.LearnedDigest, "two replays of what the kill left");
    }

    /// <summary>Everything that was answered is in the market or its log; what waits in the outbox is relayed first.</summary>
    internal static async Task CheckAnswersAsync(RunningMarket market, Answered answered)
    {
        await market.Get<LiveEngineLoop>().BeatAsync(TestContext.Current.CancellationToken);
        foreach (var page in answered.Pages)
            market.Log.FindAllocation(IdOf(page)).ShouldNotBeNull(page);
        var now = UnixMicros.From(TimeProvider.System.GetUtcNow());
        foreach (var (page, product) in answered.Clicks)
            market.Log.FindEvent($"c.{page}.{Digest(product)}", now, days: 1).ShouldNotBeNull($"click on {product} of {page}").Entry.Position.ShouldBeGreaterThanOrEqualTo(0);

        await using var db = await market.Get<IDbContextFactory<MarketDb>>().CreateDbContextAsync();
        var inquiries = await db.Inquiries.Select(inquiry => new { inquiry.Id, inquiry.Message }).ToListAsync();
        answered.Inquiries.Except(inquiries.Select(inquiry => inquiry.Message)).ShouldBeEmpty();
        foreach (var inquiry in inquiries)
            market.Log.FindEvent(inquiry.Id, now, days: 1).ShouldNotBeNull(inquiry.Id);
    }

    private static async Task<string> DigestAsync(DirectoryInfo folder)
    {
        await using var market = await RunningMarket.OpenAsync(folder, TimeProvider.System);
        return market.Engine.LearnedDigest;
    }

    private DirectoryInfo Copy()
    {
        var to = _folder.CreateSubdirectory($"copy-{++_copies}");
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to.FullName, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }

    private static AllocationId IdOf(string text) => AllocationId.TryParse(text, out var id) ? id : throw new FormatException(text);

    // As the storefront names its clicks.
    private static string Digest(string product) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(product)).AsSpan(0, 8));
}
