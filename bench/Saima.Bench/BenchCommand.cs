using Saima.Bench.Market;
using Saima.Bench.Parts;
using Saima.Bench.Results;

namespace Saima.Bench;

/// <summary>Which parts are measured, in which order, and what came of it?</summary>
/// <param name="output">Where progress and the table are shown.</param>
public sealed class BenchCommand(TextWriter output)
{
    // It chooses and measures nothing that is kept: "all" leaves it out.
    private const string OnlyByName = "weights";

    private static readonly (string Name, Func<BenchRun, Task<IReadOnlyList<Figure>>> Measure)[] Parts =
    [
        ("relevance", run => MeasureRelevance.RunAsync(run.Market)),
        ("races", run => MeasureRaces.RunAsync(run.Market)),
        ("scalar", run => MeasureWithoutVectors.RunAsync(run.Market)),
        ("learner", run => MeasureLearner.RunAsync(run.Market)),
        ("pages", run => MeasurePages.RunAsync(run.Market)),
        ("events", run => MeasureEvents.RunAsync(run.Market)),
        ("restart", run => MeasureRestart.RunAsync(run.Market)),
        ("import", run => MeasureImport.RunAsync(run.Market)),
        ("start", run => MeasureFirstStart.RunAsync(run.Market)),
        ("speed", MeasureSpeed.RunAsync),
        ("facets", MeasureFacets.RunAsync),
        ("peers", MeasurePeers.RunAsync),
        ("scale", MeasureScale.RunAsync),
        ("memory", MeasureMemory.RunAsync),
        ("writers", MeasureWriters.RunAsync),
        ("ready", MeasureReady.RunAsync),
        (OnlyByName, ChooseWeights.RunAsync),
    ];

    /// <summary>Measures; 0 if everything that was asked for was measured.</summary>
    public async Task<int> RunAsync(BenchOptions options)
    {
        var known = Parts.Select(part => part.Name).Append(BenchOptions.Everything).ToList();
        if (options.Parts.FirstOrDefault(part => !known.Contains(part)) is { } unknown)
            throw new BenchFailure($"there is no part '{unknown}': {string.Join(", ", known)}");
        using var market = new BenchMarket(IcecatFiles.Find(), options.Market);
        using var run = new BenchRun(market, options.Products, output);
        var results = new ResultFile(Cpu.Name(), options.Date, []);
        foreach (var (name, measure) in Parts)
        {
            if (!options.Parts.Contains(name) && (name == OnlyByName || !options.Parts.Contains(BenchOptions.Everything)))
                continue;
            await output.WriteLineAsync($"measuring {name} …");
            results = results with { Figures = [.. results.Figures, .. (await measure(run)).Select(figure => figure with { Part = name })] };
            Keep(results, options.Out); // after every part: a later one may fail after an hour
        }

        await output.WriteLineAsync(results.Table());
        return 0;
    }

    private static void Keep(ResultFile results, FileInfo? file)
    {
        file?.Refresh();
        if (file is not null)
            (file.Exists ? results.Over(ResultFile.Read(file)) : results).Write(file);
    }
}
