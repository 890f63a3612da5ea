using System.Globalization;
using Saima.Bench.Market;
using Saima.Bench.Relevance;
using Saima.Bench.Results;
using Saima.Engine;
using Saima.Engine.Race;
using Saima.Engine.Retrieval;

namespace Saima.Bench.Parts;

/// <summary>How many races does one thread hold in a second? Every match scored, lanes and propensities drawn, nothing recorded.</summary>
public static class MeasureRaces
{
    public const string PaceName = "Races, one thread";

    private const int WarmUp = 40_000;
    private const int Turns = 60_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        await using var running = await RunningMarket.OpenAsync(await market.CopyAsync(), TimeProvider.System);
        var requests = RatedQueries.Read(market.Files.Ratings).Queries
            .Select((query, visit) => new AllocationRequest { Intent = new Intent { Query = query }, VisitHash = visit + 1 })
            .ToArray();
        using var allocator = new Allocator();
        var timing = Timing.Of(WarmUp, Turns, turn => allocator.Race(running.Epoch, requests[turn % requests.Length]));
        var conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"{running.Epoch.Snapshot.LiveProducts:N0} products, {requests.Length} rated queries in turn, {MeanMatches(allocator, running.Epoch, requests):N0} matches on average, all scored");
        return
        [
            Figure.Of(PaceName, timing.PerSecond, 0, "races/s", conditions),
            Figure.Of("A race, median", timing.MicrosAt(0.5), 0, "µs", ""),
            Figure.Of("A race, 99 of 100 within", timing.MicrosAt(0.99), 0, "µs", ""),
            Figure.Of("Allocated in a race", BytesOf(allocator, running.Epoch, requests), 0, "bytes", "on average, warm"),
        ];
    }

    private static double MeanMatches(Allocator allocator, Epoch epoch, AllocationRequest[] requests)
    {
        var matches = 0L;
        foreach (var request in requests)
        {
            allocator.Race(epoch, request);
            matches += allocator.Matches.Count;
        }

        return (double)matches / requests.Length;
    }

    private static double BytesOf(Allocator allocator, Epoch epoch, AllocationRequest[] requests)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var request in requests)
            allocator.Race(epoch, request);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / requests.Length;
    }
}
