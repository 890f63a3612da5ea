using System.Diagnostics;
using System.Globalization;
using Saima.Bench.AtSpeed;
using Saima.Bench.Market;
using Saima.Bench.Queries;
using Saima.Bench.World;

namespace Saima.Bench;

/// <summary>What do the parts of one run share? The imported market, the made-up catalogue and one engine that holds it.</summary>
/// <param name="market">For the parts that measure on real products.</param>
/// <param name="products">Of the made-up catalogue.</param>
/// <param name="output">Where long work says how far it is.</param>
public sealed class BenchRun(BenchMarket market, int products, TextWriter output) : IDisposable
{
    private WorldEngine? _engine;

    public BenchMarket Market { get; } = market;

    /// <summary>Products of the made-up catalogue; scaling is measured at four times as many.</summary>
    public int Products { get; } = products;

    /// <summary>The engine over a made-up catalogue, which has learned something: the one of before if it has that size, else a new one.</summary>
    /// <remarks>There is never more than one: at four million products a second one has no room.</remarks>
    public WorldEngine EngineOf(int size)
    {
        if (_engine?.World.Count == size)
            return _engine;
        Release();
        var world = new CatalogueWorld(new WorldOptions(size));
        var mix = Timed($"queries of {Number(size)} products", () => MakeQueries.Of(world, Foreign(), WantedMatches(size)));
        _engine = Timed($"engine of {Number(size)} products", () => new WorldEngine(world, mix));
        Timed("learning", () => _engine.Visits.TeachAll());
        return _engine;
    }

    /// <summary>Lets the engine go, so that its memory is free or its changed catalogue forgotten.</summary>
    public void Release()
    {
        _engine?.Dispose();
        _engine = null;
    }

    /// <summary>Words of other languages that the engine knows.</summary>
    public ForeignWords Foreign() => ForeignWords.Read(Market.Files.Root);

    /// <summary>Does something long and says how long it took.</summary>
    public T Timed<T>(string what, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s"));
        return result;
    }

    /// <summary>The same for what is waited for.</summary>
    public async Task TimedAsync(string what, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s"));
    }

    /// <summary>A line of progress.</summary>
    public void Say(string line) => output.WriteLine($"  {line}");

    /// <summary>A number as it stands in the names of figures.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>2,000 on average; of a catalogue that is too small for that, one product in a hundred.</summary>
    public static double WantedMatches(int size) => Math.Min(2_000, size / 100.0);

    public void Dispose() => Release();
}
