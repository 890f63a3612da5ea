using Saima.Bench.Market;
using Saima.Bench.Parts;
using Saima.Bench.Results;

namespace Saima.Bench;

/// <summary>Which parts are measured, in which order, and what came of it?</summary>
/// <param name="output">Where progress and the table are shown.</param>
public sealed class BenchCommand(TextWriter output)
{
    private static readonly (string Name, Func<BenchMarket, Task<IReadOnlyList<Figure>>> Measure)[] Parts =
    [
        ("relevance", MeasureRelevance.RunAsync),
        ("races", MeasureRaces.RunAsync),
        ("scalar", MeasureWithoutVectors.RunAsync),
        ("learner", MeasureLearner.RunAsync),
        ("pages", MeasurePages.RunAsync),
        ("events", MeasureEvents.RunAsync),
        ("restart", MeasureRestart.RunAsync),
        ("import", MeasureImport.RunAsync),
        ("start", MeasureFirstStart.RunAsync),
    ];

    /// <summary>Measures; 0 if everything that was asked for was measured.</summary>
    public async Task<int> RunAsync(BenchOptions options)
    {
        var known = Parts.Select(part => part.Name).Append(BenchOptions.Everything).ToList();
        if (options.Parts.FirstOrDefault(part => !known.Contains(part)) is { } unknown)
            throw new BenchFailure($"there is no part '{unknown}': {string.Join(", ", known)}");
        using var market = new BenchMarket(IcecatFiles.Find(), options.Market);
        var figures = new List<Figure>();
        foreach (var (name, measure) in Parts)
        {
            if (!options.Parts.Contains(name) && !options.Parts.Contains(BenchOptions.Everything))
                continue;
            await output.WriteLineAsync($"measuring {name} …");
            figures.AddRange(await measure(market));
        }

        var results = new ResultFile(Cpu.Name(), options.Date, figures);
        if (options.Out is { } file)
            results.Write(file);
        await output.WriteLineAsync(results.Table());
        return 0;
    }
}
