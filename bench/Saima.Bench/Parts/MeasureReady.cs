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
        var (database, databaseNeeds, stop) = await OnceAsync(run, folder);
        var bytes = new FileInfo(Path.Combine(folder.FullName, EngineFile.FileName)).Length;
        var (file, fileNeeds, stopUnchanged) = await OnceAsync(run, folder);
        var products = $"at {BenchRun.Number(run.Products)} products";
        return
        [
            Figure.Of($"Ready from the database {products}", database.TotalSeconds, 1, "s", "saima serve until its first page" + databaseNeeds),
            Figure.Of(
                $"Orderly end {products}", stop.TotalSeconds, 1, "s",
                string.Create(CultureInfo.InvariantCulture, $"with {EngineFile.FileName} written, {bytes / Gigabyte:N2} GB; {stopUnchanged.TotalSeconds:N1} s when nothing has changed")),
            Figure.Of($"Ready from the file {products}", file.TotalSeconds, 1, "s", "the same folder again" + fileNeeds),
        ];
    }

    private static async Task<(TimeSpan UntilPage, string Needs, TimeSpan Stop)> OnceAsync(BenchRun run, DirectoryInfo folder)
    {
        await using var program = await ProgramRun.ServeAsync(run.Market.Files.Root, folder);
        var needs = string.Create(
            CultureInfo.InvariantCulture,
            $"; {program.Worked.TotalSeconds:N1} s of processor time and at most {program.PeakBytes() / Gigabyte:N2} GB of memory until then");
        return (program.UntilPage, needs, await program.StopAsync());
    }
}
