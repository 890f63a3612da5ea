using Saima.Bench.Market;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>How fast does a file of products come in, and how fast is it found that nothing has changed?</summary>
public static class MeasureImport
{
    private const int Rows = 19_406;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        await market.ImportAsync(market.NewFolder()); // the compiler's share
        var folder = market.NewFolder();
        var first = await market.ImportAsync(folder);
        var second = await market.ImportAsync(folder);
        return
        [
            Figure.Of("Import", Rows / first.TotalSeconds, 0, "rows/s", $"{Rows:N0} products and their sellers into an empty folder, from the .gz to the disk"),
            Figure.Of("Import of the same file again", Rows / second.TotalSeconds, 0, "rows/s", "nothing changes"),
        ];
    }
}
