using System.Diagnostics;
using System.Globalization;
using Saima.Bench.Market;
using Saima.Bench.Relevance;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>How long does a market take to be back with everything it has learned?</summary>
public static class MeasureRestart
{
    private const int Pages = 20_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        // Most of a log is older than its visitors' patience: on this clock the click window of most pages is over.
        var folder = await market.CopyAsync();
        await using (var running = await RunningMarket.OpenAsync(folder, new HastyClock()))
        {
            await running.FollowAsync();
            await MeasurePages.GiveAsync(running, [.. RatedQueries.Read(market.Files.Ratings).Queries], callers: 4, Pages);
        }

        var without = await market.CopyAsync();
        await OpenAsync(without); // the compiler's share
        var empty = await OpenAsync(without);
        var whole = await OpenAsync(folder);
        var replay = whole - empty;
        return
        [
            Figure.Of(
                "Replay at start", Pages / replay.TotalSeconds, 0, "pages/s",
                string.Create(CultureInfo.InvariantCulture, $"{Pages:N0} recorded pages of 48 in {replay.TotalSeconds:N1} s; the catalogue alone in {empty.TotalSeconds:N1} s")),
        ];
    }

    private static async Task<TimeSpan> OpenAsync(DirectoryInfo folder)
    {
        var start = Stopwatch.GetTimestamp();
        await using var running = await RunningMarket.OpenAsync(folder, TimeProvider.System);
        return Stopwatch.GetElapsedTime(start);
    }
}
