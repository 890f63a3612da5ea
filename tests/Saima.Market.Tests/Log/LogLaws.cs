using CsCheck;
using Saima.Market.Sqlite.Log;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

public sealed class LogLaws
{
    private enum Kind { Serve, Send, Close, Restart }

    private sealed record Step(Kind Kind, int Number, int Day, int Json);

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Frequency((5, Gen.Const(Kind.Serve)), (8, Gen.Const(Kind.Send)), (3, Gen.Const(Kind.Close)), (1, Gen.Const(Kind.Restart))),
        Gen.Int[0, 15], Gen.Int[0, 3], Gen.Int[0, 4],
        (kind, number, day, json) => new Step(kind, number, day, json));

    [Fact]
    public async Task Slices_hold_everything_once_and_in_order_live_and_replayed_alike() =>
        await Steps.Array[1, 60].SampleAsync(RunOneAfterAnother, iter: 25, threads: 2);

    [Fact]
    public async Task Slices_hold_everything_once_and_in_order_when_many_write_at_once() =>
        await Steps.Where(step => step.Kind != Kind.Restart).Array[0, 25].Array[1, 4].SampleAsync(RunAtOnce, iter: 15, threads: 2);

    private static async Task RunOneAfterAnother(Step[] steps)
    {
        using var folder = new LogFolder();
        Dictionary<(int Day, string Id), string> model = []; // what the segment of a day holds, by id
        List<long> given = [];
        List<LogSlice> live = [];
        var log = folder.Open();
        foreach (var step in steps)
        {
            if (step.Kind == Kind.Serve && model.TryAdd((step.Day, $"a{step.Number}"), "")) given.Add((await log.Serve(Allocation(step))).Sequence);
            if (step.Kind == Kind.Send) await SendLike(model, log, given, step);
            if (step.Kind == Kind.Close) live.Add(await log.Close(step.Day));
            if (step.Kind != Kind.Restart) continue;
            await log.DisposeAsync();
            log = folder.Open();
        }
        live.Add(await log.Close(day: 3));
        await CheckAll(folder, log, live, given);
    }

    private static async Task SendLike(Dictionary<(int Day, string Id), string> model, IEventStore log, List<long> given, Step step)
    {
        var entry = Event(step);
        var expected = model.TryGetValue((step.Day, entry.Id), out var json)
            ? string.Equals(json, entry.Json, StringComparison.Ordinal) ? EventReceipt.Duplicate : EventReceipt.Conflict
            : EventReceipt.Accepted;
        var (receipts, sequence) = await log.AppendEventsAsync([entry], default);
        receipts.ShouldBe([expected]);
        if (!model.TryAdd((step.Day, entry.Id), entry.Json)) return;
        given.Add(sequence);
    }

    private static async Task RunAtOnce(Step[][] callers)
    {
        using var folder = new LogFolder();
        var log = folder.Open();
        var results = await Task.WhenAll(callers.Select((steps, caller) => Task.Run(() => Call(log, steps, caller))));
        var live = results.SelectMany(result => result.Live).Append(await log.Close(day: 3)).OrderBy(slice => slice.Through).ToList();
        await CheckAll(folder, log, live, [.. results.SelectMany(result => result.Given)]);
    }

    private static async Task<(List<LogSlice> Live, List<long> Given)> Call(IEventStore log, Step[] steps, int caller)
    {
        var (live, given, turn) = (new List<LogSlice>(), new List<long>(), 0);
        foreach (var step in steps)
        {
            turn++;
            if (step.Kind == Kind.Close) live.Add(await log.Close(step.Day));
            if (step.Kind == Kind.Serve) given.Add((await log.Serve(LogSample.Allocation((caller * 1000) + turn, step.Day))).Sequence);
            if (step.Kind != Kind.Send) continue;
            // One id that all callers fight for, one of the caller's own: the last sequence is given in any case.
            var own = LogSample.Event($"own-{caller}-{turn}", step.Day);
            var (receipts, sequence) = await log.AppendEventsAsync([Event(step), own], default);
            if (receipts[0] == EventReceipt.Accepted) given.Add(sequence - 1);
            given.Add(sequence);
        }
        return (live, given);
    }

    private static async Task CheckAll(LogFolder folder, SqliteEventStore log, List<LogSlice> live, List<long> given)
    {
        var order = live.SelectMany(slice =>
            slice.Allocations.Select(stored => stored.Sequence).Concat(slice.Events.Select(stored => stored.Sequence)).Order()).ToList();
        order.ShouldBe(given.Order());
        order.ShouldBe(order.Distinct().Order());
        foreach (var slice in live)
        {
            slice.Allocations.Select(stored => stored.Sequence).ShouldBeInOrder();
            slice.Events.Select(stored => stored.Sequence).ShouldBeInOrder();
        }
        var texts = LogFolder.Texts(live);
        LogFolder.Texts(log.Replay(0)).ShouldBe(texts);
        await log.DisposeAsync();
        await using var again = folder.Open();
        LogFolder.Texts(again.Replay(0)).ShouldBe(texts);
        again.LastSequence.ShouldBe(live[^1].Through);
        again.HasOpenEntries.ShouldBeFalse();
    }

    private static AllocationEntry Allocation(Step step) => LogSample.Allocation(step.Number, step.Day);

    private static EventEntry Event(Step step) => LogSample.Event($"e{step.Number}", step.Day, json: step.Json == 0 ? "[]" : "{}");
}
