using System.Globalization;
using Saima.Market.Sqlite.Log;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

/// <summary>The test executable as a program that writes to a log until it is killed, and says on its output what was answered.</summary>
internal static class CrashChild
{
    public const string FolderVariable = "SAIMA_TEST_CRASH_FOLDER";
    public const int Callers = 3;

    private static readonly Lock Output = new();

    public static async Task Write(string folder)
    {
        await using var log = SqliteEventStore.Open(folder, TimeProvider.System);
        var first = (int)log.LastSequence + 1; // ids of an earlier life are not used again
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Call(log, first, caller)));
        await Task.WhenAll(callers);
    }

    private static async Task Call(SqliteEventStore log, int first, int caller)
    {
        for (var turn = 0; turn < 100_000; turn++)
        {
            var number = first + (turn * Callers) + caller;
            var served = await log.Serve(LogSample.Allocation(number, day: number % 5 == 0 ? 0 : 1));
            Say($"A {served.Sequence} {served.Entry.Id}");
            var (_, through) = await log.AppendEventsAsync([LogSample.Event($"e-{number}", day: 1), LogSample.Click($"c-{number}", served)], default);
            Say($"E {through} e-{number} c-{number}");
            if (number % 4 == 0) Say("S " + Text(await log.Close(day: 1)));
        }
    }

    /// <summary>A slice as one word a record.</summary>
    public static string Text(LogSlice slice) => string.Join(' ',
        [slice.Through.ToString(CultureInfo.InvariantCulture), .. slice.Allocations.Select(stored => $"{stored.Sequence}={stored.Entry.Id}"),
            .. slice.Events.Select(stored => $"{stored.Sequence}={stored.Entry.Id}")]);

    private static void Say(string line)
    {
        lock (Output) Console.Out.WriteLine(line);
    }
}
