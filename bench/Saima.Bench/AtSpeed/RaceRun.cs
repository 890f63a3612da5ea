using Saima.Bench.Results;
using Saima.Engine;
using Saima.Engine.Race;

namespace Saima.Bench.AtSpeed;

/// <summary>How fast are these races, all matches scored, lanes and propensities drawn, nothing recorded?</summary>
/// <param name="Timing">Of one race after another.</param>
/// <param name="MeanMatches">Products that matched, on average over the requests.</param>
/// <param name="Bytes">Allocated in a race, on average, warm.</param>
public sealed record RaceRun(Timing Timing, double MeanMatches, double Bytes)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Time of a race divided by its matches, on average.</summary>
    public double NanosPerMatch => 1e9 / (Timing.PerSecond * MeanMatches);

    /// <summary>Races the requests in turn on this thread.</summary>
    public static RaceRun Of(Epoch epoch, AllocationRequest[] requests, TimeSpan measured)
    {
        using var allocator = new Allocator();
        var timing = Timing.During(WarmUp, measured, requests.Length, turn => allocator.Race(epoch, requests[turn % requests.Length]));
        var (matches, before) = (0L, GC.GetAllocatedBytesForCurrentThread());
        foreach (var request in requests)
        {
            allocator.Race(epoch, request);
            matches += allocator.Matches.Count;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return new RaceRun(timing, (double)matches / requests.Length, (double)bytes / requests.Length);
    }

    /// <summary>Races of two threads in a second, at the same time, on one epoch.</summary>
    public static async Task<double> OfTwoThreadsAsync(Epoch epoch, AllocationRequest[] requests, TimeSpan measured)
    {
        var half = requests.Length / 2;
        AllocationRequest[] otherWayRound = [.. requests[half..], .. requests[..half]];
        var paces = await Task.WhenAll(
            Task.Run(() => Of(epoch, requests, measured).Timing.PerSecond),
            Task.Run(() => Of(epoch, otherWayRound, measured).Timing.PerSecond));
        return paces.Sum();
    }
}
