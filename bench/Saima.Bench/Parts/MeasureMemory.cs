using System.Globalization;
using System.Runtime.CompilerServices;
using Saima.Bench.AtSpeed;
using Saima.Bench.Queries;
using Saima.Bench.Results;
using Saima.Bench.World;
using Saima.Engine;

namespace Saima.Bench.Parts;

/// <summary>How much memory does the engine take for a product, beyond the listing itself?</summary>
/// <remarks>
/// Listing: what the products and suppliers take as plain objects with their strings. Engine: everything that lives after it has taken
/// them, learned and raced on one thread (snapshot, epoch, models, one allocator), listings included. The difference is what counts.
/// </remarks>
public static class MeasureMemory
{
    public static Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        run.Release();
        var world = new CatalogueWorld(new WorldOptions(run.Products));
        var mix = MakeQueries.Of(world, run.Foreign(), BenchRun.WantedMatches(run.Products));
        world.At(0); // the words of the catalogue are read
        var (empty, process) = (Live(), ProcessBytes());
        var listings = ListingBytes(world) - empty;
        var (engine, native) = EngineBytes(world, mix);
        var (own, grown) = (engine - empty - listings, native - process);
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.Of(
                $"Memory beyond the listings at {BenchRun.Number(run.Products)} products", (double)own / run.Products, 0, "bytes a product",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"snapshot, epoch, models and one allocator, after a full collection; the listings themselves, as objects with their strings, take {listings / run.Products:N0}; the process grew by {grown / run.Products:N0} with both")),
        ]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // what it made is garbage when it returns
    private static long ListingBytes(CatalogueWorld world)
    {
        var batch = world.Batch();
        var live = Live();
        GC.KeepAlive(batch);
        return live;
    }

    private static (long Managed, long Process) EngineBytes(CatalogueWorld world, QueryMix mix)
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

    private static long Live()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    // Memory of the process that is no file's, so that what the garbage collector does not know is seen too.
    private static long ProcessBytes()
    {
        const string status = "/proc/self/status";
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)) : null;
        return line is null ? Environment.WorkingSet : 1024 * long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
