using Saima.Bench.Market;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>How long does somebody wait between the first command and the first page? And between the second and its page?</summary>
public static class MeasureFirstStart
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        var folder = market.NewFolder();
        var first = await UntilPageAsync(market, folder);
        var second = await UntilPageAsync(market, folder);
        return
        [
            Figure.Of("First start", first.TotalSeconds, 1, "s", "serve --demo in an empty folder until the first page: 300 suppliers and 4,000 products made, stored and loaded"),
            Figure.Of("Start of a market that is there", second.TotalSeconds, 1, "s", "the same folder again"),
        ];
    }

    private static async Task<TimeSpan> UntilPageAsync(BenchMarket market, DirectoryInfo folder)
    {
        await using var program = await ProgramRun.ServeAsync(market.Files.Root, folder, "--demo");
        return program.UntilPage;
    }
}
