using System.Text.Json;
using CsCheck;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

public sealed class RoundTripTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 1, 64], Gen.Const("床架 «π» 'quoted' \u0000 \U0001F6CF"));

    private static Gen<AllocationEntry> Allocations =>
        from number in Gen.Int[0, int.MaxValue]
        from hash in Gen.Long
        from caller in Gen.OneOf(Gen.Const((string?)null), Texts.Select(text => (string?)text))
        from previous in Gen.OneOf(Gen.Const((AllocationId?)null), Gen.ULong.Select(n => (AllocationId?)new AllocationId(new UInt128(n, n))))
        from numbers in Gen.Int[0, int.MaxValue].Array[2]
        from through in Gen.Long[0, long.MaxValue].Array[2]
        from words in Texts.Array[2]
        from packed in Gen.Byte.Array[0, 9000]
        select LogSample.Allocation(number) with
        {
            VisitHash = hash,
            CallerId = caller,
            Previous = previous,
            PageNumber = numbers[0],
            PolicyName = words[0],
            PolicyVersion = numbers[1],
            CatalogueThrough = through[0],
            LearnedThrough = through[1],
            IntentJson = words[1],
            Packed = packed,
        };

    private static Gen<EventEntry> Events =>
        from type in Gen.Enum<EventType>()
        from allocation in Gen.OneOf(Gen.Const((AllocationId?)null), Gen.Int[0, 9].Select(n => (AllocationId?)LogSample.Id(n)))
        from sequence in Gen.Long[0, long.MaxValue]
        from position in Gen.Int[-1, 200]
        from product in Gen.OneOf(Gen.Const((string?)null), Texts.Select(text => (string?)text))
        from hash in Gen.Long
        from json in Texts
        select LogSample.Event("e-1") with
        {
            Type = type,
            Allocation = allocation,
            AllocationSequence = sequence,
            Position = position,
            ProductId = product,
            VisitorHash = hash,
            Json = json,
        };

    [Fact]
    public async Task Every_field_of_a_decision_comes_back_as_it_went() => await Allocations.SampleAsync(async entry =>
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        var stored = await log.Serve(entry);
        var slice = await log.Close();

        Text(log.FindAllocation(entry.Id)).ShouldBe(Text(stored));
        Text(stored.Entry).ShouldBe(Text(entry));
        LogFolder.Texts(log.Replay(0)).ShouldBe(LogFolder.Texts([slice]));
        if (entry.CallerId is { } caller) Text(log.FindAllocationByCallerId(caller, entry.AtMicros)).ShouldBe(Text(stored));
    }, iter: 30);

    [Fact]
    public async Task Every_field_of_an_event_comes_back_as_it_went() => await Events.SampleAsync(async entry =>
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        (await log.Send(entry)).ShouldBe([EventReceipt.Accepted]);
        var slice = await log.Close();

        slice.Events.ShouldBe([new StoredEvent(1, entry)]);
        log.FindEvent(entry.Id, LogSample.Noon, 1).ShouldBe(new StoredEvent(1, entry));
        LogFolder.Texts(log.Replay(0)).ShouldBe(LogFolder.Texts([slice]));
    }, iter: 30);

    [Fact]
    public async Task What_is_not_in_the_log_is_not_found()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        log.FindAllocation(LogSample.Id(1)).ShouldBeNull();
        await log.Serve(LogSample.Allocation(1, callerId: "c-1"));
        await log.Send(LogSample.Event("e-1"));

        log.FindAllocation(LogSample.Id(2)).ShouldBeNull();
        log.FindAllocation(LogSample.Id(1, day: 1)).ShouldBeNull();
        log.FindAllocationByCallerId("c-2", 0).ShouldBeNull();
        log.FindEvent("e-2", LogSample.Noon, 30).ShouldBeNull();
    }

    [Fact]
    public async Task Callers_id_finds_the_youngest_decision_that_is_not_too_old()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        foreach (var (number, day) in new[] { (1, 0), (2, 1), (3, 1), (4, 2), (5, 3) })
        {
            await log.Serve(LogSample.Allocation(number, day, callerId: number < 4 ? "c-1" : "c-2"));
        }

        log.FindAllocationByCallerId("c-1", LogSample.Noon)!.Entry.Id.ShouldBe(LogSample.Id(3, 1));
        log.FindAllocationByCallerId("c-1", LogSample.Noon + LogSample.DayMicros + 3)!.Entry.Id.ShouldBe(LogSample.Id(3, 1));
        log.FindAllocationByCallerId("c-1", LogSample.Noon + LogSample.DayMicros + 4).ShouldBeNull();
    }

    private static string Text(object? value) => JsonSerializer.Serialize(value);
}
