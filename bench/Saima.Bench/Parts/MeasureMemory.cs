using System.Globalization;
using System.Text;
using Saima.Bench.AtSpeed;
using Saima.Bench.Queries;
using Saima.Bench.Results;
using Saima.Bench.World;
using Saima.Engine;
using Saima.Engine.Catalogue;

namespace Saima.Bench.Parts;

/// <summary>How much memory does the engine take for a product, beyond the bytes of its text?</summary>
/// <remarks>
/// All that lives on the managed heap after the engine has taken the catalogue, learned and raced on one thread (listings, snapshot,
/// epoch, models, one allocator), less the listings' texts as UTF-8. Memory that the collector does not know of is seen in the growth
/// of the process.
/// </remarks>
public static class MeasureMemory
{
    public static Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        run.Release();
        var world = new CatalogueWorld(new WorldOptions(run.Products));
        var mix = MakeQueries.Of(world, run.Foreign(), BenchRun.WantedMatches(run.Products));
        var text = TextBytes(world); // also reads the words of the catalogue, which are not the engine's
        var (managed, process) = (Live(), ProcessBytes());
        var after = run.Timed("engine in memory", () => WithEngine(world, mix));
        var (engine, grown) = (after.Managed - managed, after.Process - process);
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.Of(
                $"Memory beyond the text at {BenchRun.Number(run.Products)} products", (double)(engine - text) / run.Products, 0, "bytes a product",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{engine / run.Products:N0} in all after a full collection (listings, snapshot, epoch, models, one allocator), less {text / run.Products:N0} of text in UTF-8; the process grew by {grown / run.Products:N0}")),
        ]);
    }

    private static (long Managed, long Process) WithEngine(CatalogueWorld world, QueryMix mix)
    {
        using var engine = new WorldEngine(world, mix);
        engine.Visits.TeachAll();
        engine.Visits.Forget();
        using var allocator = new Allocator();
        foreach (var request in WorldEngine.Requests(mix.Queries))
            allocator.Race(engine.Epoch, request);
        var bytes = (Live(), ProcessBytes());
        GC.KeepAlive(allocator);
        return bytes;
    }

    private static long TextBytes(CatalogueWorld world)
    {
        var all = 0L;
        Parallel.For(0, world.Count, () => 0L, (number, _, sum) => sum + TextBytes(world.At(number)), sum => Interlocked.Add(ref all, sum));
        return all;
    }

    private static long TextBytes(Product product) =>
        BytesOf(product.Title) + BytesOf(product.Description) + product.Keywords.Sum(BytesOf) + product.Attributes.Sum(attribute => BytesOf(attribute.Key) + BytesOf(attribute.Value));

    private static int BytesOf(string text) => Encoding.UTF8.GetByteCount(text);

    private static long Live()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    // Memory of the process that is no file's.
    private static long ProcessBytes()
    {
        const string status = "/proc/self/status";
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)) : null;
        return line is null ? Environment.WorkingSet : 1024 * long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
