using System.Diagnostics;
using Saima.Engine.Catalogue;

namespace Saima.Bench.AtSpeed;

/// <summary>What happens beside the races? A thread that changes products and learns events, in beats, and publishes an epoch each time.</summary>
/// <param name="engine">What it changes.</param>
public sealed class Writer(WorldEngine engine)
{
    public const int UpdatesPerSecond = 1_000;
    public const int EventsPerSecond = 10_000;

    /// <summary>How much faster the log's clock runs than ours: the half hour in which a look may become a click passes in 18 s.</summary>
    public const int ClockPace = 100;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private readonly Random _random = new(2);
    private long _sequence = 1;
    private int _revision;

    /// <summary>Longest time that one beat's work took.</summary>
    public TimeSpan LongestBeat { get; private set; }

    public int Beats { get; private set; }

    public long Updates { get; private set; }

    public long Events { get; private set; }

    /// <summary>Writes until it is cancelled. A beat that came late takes everything that was due.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Beat);
        var pagesPerSecond = EventsPerSecond / engine.Visits.EventsAPage;
        var (start, clock, pages) = (Stopwatch.GetTimestamp(), engine.Visits.AtMicros, 0L);
        while (!stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            var elapsed = Stopwatch.GetElapsedTime(start);
            var begin = Stopwatch.GetTimestamp();
            var due = (long)(elapsed.TotalSeconds * pagesPerSecond) - pages;
            var (learned, events) = engine.Visits.Next((int)due, clock + (long)(elapsed.TotalMicroseconds * ClockPace));
            engine.Take(Changes((int)(elapsed.TotalSeconds * UpdatesPerSecond - Updates)));
            engine.Learn(learned);
            engine.Publish();
            (pages, Events, Beats) = (pages + due, Events + events, Beats + 1);
            var took = Stopwatch.GetElapsedTime(begin);
            LongestBeat = took > LongestBeat ? took : LongestBeat;
        }
    }

    private CatalogueBatch Changes(int count)
    {
        Updates += count;
        var products = new Product[count];
        for (var i = 0; i < count; i++)
            products[i] = engine.World.At(_random.Next(engine.World.Count), ++_revision);
        return new CatalogueBatch { Sequence = ++_sequence, Products = products };
    }
}
