using System.Diagnostics;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

public sealed class CrashTests
{
    [Fact]
    public async Task Nothing_that_was_answered_is_lost_by_a_kill_and_the_slices_stay_the_same()
    {
        using var folder = new LogFolder();
        List<string> said = [];
        foreach (var lines in new[] { 40, 300, 1, 130 })
        {
            said.AddRange(await WriteAndKill(folder.Path, lines));
            await Check(folder, said);
        }
        said.Count.ShouldBeGreaterThanOrEqualTo(471);
    }

    private static async Task Check(LogFolder folder, List<string> said)
    {
        await using var log = folder.Open();
        foreach (var words in said.Select(line => line.Split(' ')))
        {
            if (words[0] == "A") CheckAllocation(log, long.Parse(words[1]), words[2]);
            if (words[0] == "E") foreach (var id in words[2..]) log.FindEvent(id, LogSample.Noon + LogSample.DayMicros, 2).ShouldNotBeNull(id);
        }
        var replayed = log.Replay(0).ToList();
        said.Where(line => line[0] == 'S').Select(line => line[2..]).Except(replayed.Select(CrashChild.Text)).ShouldBeEmpty();
        CheckOrder([.. replayed, await log.Close(day: 1)], log.LastSequence);
    }

    private static void CheckAllocation(IEventStore log, long sequence, string text)
    {
        AllocationId.TryParse(text, out var id).ShouldBeTrue();
        log.FindAllocation(id).ShouldNotBeNull(text).Sequence.ShouldBe(sequence);
    }

    // Every sequence from 1 to the last stands exactly once in the slices: nothing lost, nothing twice.
    private static void CheckOrder(IReadOnlyList<LogSlice> slices, long last)
    {
        var sequences = slices.SelectMany(slice =>
            slice.Allocations.Select(stored => stored.Sequence).Concat(slice.Events.Select(stored => stored.Sequence)).Order().Append(slice.Through));
        sequences.ShouldBe(Enumerable.Range(1, (int)last).Select(n => (long)n));
    }

    /// <summary>Has the child write until it has said so many lines, kills it (SIGKILL), and gives all whole lines it said.</summary>
    private static async Task<List<string>> WriteAndKill(string folder, int lines)
    {
        var program = Path.ChangeExtension(typeof(CrashTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        using var child = Process.Start(new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [CrashChild.FolderVariable] = folder },
        })!;
        List<string> said = [];
        while (said.Count < lines && await child.StandardOutput.ReadLineAsync() is { } line) said.Add(line);
        child.Kill();
        var rest = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        child.ExitCode.ShouldNotBe(0, "the child was to be killed, not to end");
        said.AddRange(rest.Split('\n')[..^1]); // what stands after the last line break was not said to the end
        return said;
    }
}
