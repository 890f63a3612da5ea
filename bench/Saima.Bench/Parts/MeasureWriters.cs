using System.Diagnostics;
using System.Globalization;
using Saima.Bench.AtSpeed;
using Saima.Bench.Results;
using Saima.Engine;

namespace Saima.Bench.Parts;

/// <summary>Do races notice that products change and events are learned meanwhile?</summary>
public static class MeasureWriters
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var engine = run.EngineOf(run.Products);
        var requests = WorldEngine.Requests(engine.Mix.Queries);
        using var allocator = new Allocator();
        using var stop = new CancellationTokenSource();
        var writer = new Writer(engine);
        var start = Stopwatch.GetTimestamp();
        var writing = Task.Run(() => writer.RunAsync(stop.Token));
        var timing = Timing.During(WarmUp, Measured, requests.Length, turn => allocator.Race(engine.Epoch, requests[turn % requests.Length]));
        await stop.CancelAsync();
        await writing;
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        run.Release(); // its catalogue has changed
        return Figures($"at {BenchRun.Number(run.Products)} products", timing, writer, seconds);
    }

    private static IReadOnlyList<Figure> Figures(string at, Timing timing, Writer writer, double seconds) =>
    [
        Figure.Of(
            $"Races {at} while it changes, one thread", timing.PerSecond, 0, "races/s",
            string.Create(
                CultureInfo.InvariantCulture,
                $"another thread takes {writer.Updates / seconds:N0} product updates and {writer.Events / seconds:N0} events a second: looks, {Visits.Ratio}; the log's clock runs {Writer.ClockPace} times as fast")),
        Figure.Of($"A race {at} while it changes, median", timing.MicrosAt(0.5), 0, "µs", ""),
        Figure.Of($"A race {at} while it changes, 99 of 100 within", timing.MicrosAt(0.99), 0, "µs", ""),
        Figure.Of($"A race {at} while it changes, 999 of 1,000 within", timing.MicrosAt(0.999), 0, "µs", ""),
        Figure.Of(
            $"Longest beat {at}", writer.LongestBeat.TotalMilliseconds, 0, "ms",
            string.Create(CultureInfo.InvariantCulture, $"changes taken, events learned, an epoch published; due every 250 ms, {writer.Beats} in {seconds:N0} s")),
    ];
}
