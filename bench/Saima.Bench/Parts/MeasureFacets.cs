using Saima.Bench.AtSpeed;
using Saima.Bench.Results;
using Saima.Engine;

namespace Saima.Bench.Parts;

/// <summary>What do the counts by which an answer can be narrowed cost on top of a race?</summary>
public static class MeasureFacets
{
    private const int Turns = 4;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    // In turns: whatever else the machine does then falls on both.
    public static Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var engine = run.EngineOf(run.Products);
        var (epoch, requests) = (engine.Epoch, WorldEngine.Requests(engine.Mix.Queries));
        var counting = Array.ConvertAll(requests, request => request with { CountsFacets = true });
        using var allocator = new Allocator();
        var (without, with) = (0.0, 0.0);
        for (var turn = 0; turn < Turns; turn++)
        {
            without += 1 / Timing.During(WarmUp, Measured, requests.Length, race => allocator.Race(epoch, requests[race % requests.Length])).PerSecond;
            with += 1 / Timing.During(WarmUp, Measured, counting.Length, race => allocator.Race(epoch, counting[race % counting.Length])).PerSecond;
        }

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.Of(
                $"Race with facet counts at {BenchRun.Number(run.Products)} products", with / without, 2, "× one without",
                "products by category, by country and of checked suppliers; the same queries"),
        ]);
    }
}
