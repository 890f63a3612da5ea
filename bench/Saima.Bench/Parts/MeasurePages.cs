using System.Diagnostics;
using Saima.Bench.Market;
using Saima.Bench.Relevance;
using Saima.Bench.Results;
using Saima.Engine.Retrieval;
using Saima.Market.Traffic;

namespace Saima.Bench.Parts;

/// <summary>How many pages are raced, recorded and answered in a second, while the engine learns from them?</summary>
public static class MeasurePages
{
    private const int WarmUp = 6_000;
    private const int Pages = 12_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        await using var running = await RunningMarket.OpenAsync(await market.CopyAsync(), TimeProvider.System);
        await running.FollowAsync();
        var queries = RatedQueries.Read(market.Files.Ratings).Queries.ToArray();
        await GiveAsync(running, queries, callers: 2, WarmUp);
        return
        [
            Figure.Of("Pages given and recorded, 1 caller", await GiveAsync(running, queries, callers: 1, Pages), 0, "pages/s", "48 places each, the record with the operating system before the answer"),
            Figure.Of("Pages given and recorded, 8 callers", await GiveAsync(running, queries, callers: 8, Pages), 0, "pages/s", "the same on all cores"),
        ];
    }

    /// <summary>Gives so many pages; pages a second.</summary>
    internal static async Task<double> GiveAsync(RunningMarket running, string[] queries, int callers, int pages)
    {
        var allocate = running.Get<AllocatePage>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var page = caller; page < pages; page += callers)
                await allocate.RunAsync(new PageCall { Intent = new Intent { Query = queries[page % queries.Length] }, VisitId = $"v-{page}" }, CancellationToken.None);
        })));
        return pages / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
