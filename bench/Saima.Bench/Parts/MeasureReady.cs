using System.Globalization;
using Saima.Bench.Market;
using Saima.Bench.Results;
using Saima.Bench.World;
using Saima.Hosting;

namespace Saima.Bench.Parts;

/// <summary>How long is a market of a million products closed when its program starts anew? From its database, and from its file.</summary>
public static class MeasureReady
{
    private const double Gigabyte = 1e9;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        run.Release();
        var folder = run.Market.NewFolder();
        await run.TimedAsync($"a folder of {BenchRun.Number(run.Products)} products", () => FillFolder.RunAsync(folder, new CatalogueWorld(new WorldOptions(run.Products))));
        var (database, databasePeak, stop) = await OnceAsync(run, folder);
        var bytes = new FileInfo(Path.Combine(folder.FullName, EngineFile.FileName)).Length;
        var (file, filePeak, stopUnchanged) = await OnceAsync(run, folder);
        var products = $"at {BenchRun.Number(run.Products)} products";
        return
        [
            Figure.Of($"Ready from the database {products}", database.TotalSeconds, 1, "s", Peak("saima serve until its first page", databasePeak)),
            Figure.Of(
                $"Orderly end {products}", stop.TotalSeconds, 1, "s",
                string.Create(CultureInfo.InvariantCulture, $"with {EngineFile.FileName} written, {bytes / Gigabyte:N2} GB; {stopUnchanged.TotalSeconds:N1} s when nothing has changed")),
            Figure.Of($"Ready from the file {products}", file.TotalSeconds, 1, "s", Peak("the same folder again", filePeak)),
        ];
    }

    private static async Task<(TimeSpan UntilPage, long Peak, TimeSpan Stop)> OnceAsync(BenchRun run, DirectoryInfo folder)
    {
        await using var program = await ProgramRun.ServeAsync(run.Market.Files.Root, folder);
        var peak = program.PeakBytes();
        return (program.UntilPage, peak, await program.StopAsync());
    }

    private static string Peak(string what, long bytes) =>
        bytes == 0 ? what : string.Create(CultureInfo.InvariantCulture, $"{what}; at most {bytes / Gigabyte:N2} GB of memory until then");
}
