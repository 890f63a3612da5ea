using System.Globalization;
using Saima.Bench.AtSpeed;
using Saima.Bench.Queries;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>Does a match cost more when the catalogue is four times as large?</summary>
public static class MeasureScale
{
    private const int Times = 4;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    public static Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var small = Measure(run.EngineOf(run.Products));
        var engine = run.EngineOf(run.Products * Times);
        var large = Measure(engine);
        var broad = Broad(run, engine);
        run.Release(); // the next part needs the memory
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.Of($"Races at {BenchRun.Number(run.Products * Times)} products, one thread", large.Timing.PerSecond, 0, "races/s", MeasureSpeed.Conditions(engine, large)),
            Figure.Of(
                $"Time per match at {BenchRun.Number(run.Products * Times)} products", large.NanosPerMatch / small.NanosPerMatch, 2,
                $"× that at {BenchRun.Number(run.Products)}",
                string.Create(CultureInfo.InvariantCulture, $"{large.NanosPerMatch:N1} against {small.NanosPerMatch:N1} ns, {large.MeanMatches:N0} and {small.MeanMatches:N0} matches on average; {broad.NanosPerMatch:N1} ns where queries are so broad that {broad.MeanMatches:N0} match")),
        ]);
    }

    private static RaceRun Measure(WorldEngine engine) => RaceRun.Of(engine.Epoch, WorldEngine.Requests(engine.Mix.Queries), Measured);

    // Queries that match as many of the larger catalogue as visitors' words would, had it grown and they not changed.
    private static RaceRun Broad(BenchRun run, WorldEngine engine)
    {
        var mix = MakeQueries.Of(engine.World, run.Foreign(), BenchRun.WantedMatches(run.Products) * Times);
        return RaceRun.Of(engine.Epoch, WorldEngine.Requests(mix.Queries), Measured);
    }
}
