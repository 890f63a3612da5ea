using System.Globalization;
using Saima.Bench.AtSpeed;
using Saima.Bench.Queries;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>How many races does one thread hold in a second over a large catalogue? And how do the odd queries fare?</summary>
public static class MeasureSpeed
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MeasuredOfKind = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var engine = run.EngineOf(run.Products);
        var at = $"at {BenchRun.Number(run.Products)} products";
        var requests = WorldEngine.Requests(engine.Mix.Queries);
        var one = RaceRun.Of(engine.Epoch, requests, Measured);
        run.Say($"one thread: {one.Timing.PerSecond:N0} races/s");
        var two = await RaceRun.OfTwoThreadsAsync(engine.Epoch, requests, Measured);
        var kinds = engine.Mix.Kinds().Select(kind => (Kind: kind, Run: OfKind(engine, kind))).ToList();
        return
        [
            Figure.Of($"Races {at}, one thread", one.Timing.PerSecond, 0, "races/s", Conditions(engine, one)),
            Figure.Of($"A race {at}, median", one.Timing.MicrosAt(0.5), 0, "µs", ""),
            Figure.Of($"A race {at}, 99 of 100 within", one.Timing.MicrosAt(0.99), 0, "µs", ""),
            Figure.Of($"Time per match {at}", one.NanosPerMatch, 1, "ns", "a whole race divided by its matches"),
            Figure.Of($"Two threads {at}", two / one.Timing.PerSecond, 2, "× the pace of one", ""),
            Figure.Of($"Allocated in a race {at}", kinds.Max(kind => kind.Run.Bytes), 0, "bytes", "the worst kind of query, on average, warm"),
            .. kinds.Select(kind => OfKind(kind.Kind, kind.Run, at)),
        ];
    }

    /// <summary>What a reader must know of a run over all kinds of queries.</summary>
    internal static string Conditions(WorldEngine engine, RaceRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{engine.Mix.Queries.Count:N0} queries of one to four words of titles, {engine.Mix.Shares()}; {run.MeanMatches:N0} matches on average, all scored; pages of 48, lanes and propensities drawn");

    private static RaceRun OfKind(WorldEngine engine, QueryKind kind) =>
        RaceRun.Of(engine.Epoch, WorldEngine.Requests(engine.Mix.Of(kind)), MeasuredOfKind);

    private static Figure OfKind(QueryKind kind, RaceRun run, string at) => Figure.Of(
        $"{kind} queries {at}", run.Timing.MicrosAt(0.5), 0, "µs",
        string.Create(CultureInfo.InvariantCulture, $"median; 99 of 100 within {run.Timing.MicrosAt(0.99):N0}; {run.MeanMatches:N0} matches on average; {run.Bytes:N0} bytes"));
}
