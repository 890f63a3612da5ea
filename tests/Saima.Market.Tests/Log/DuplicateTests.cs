using Saima.Market.Sqlite.Log;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

public sealed class DuplicateTests
{
    [Fact]
    public async Task Same_id_is_a_duplicate_with_the_same_json_and_a_conflict_with_another()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        (await log.Send(LogSample.Event("e-1"))).ShouldBe([EventReceipt.Accepted]);
        var (receipts, sequence) = await log.AppendEventsAsync([LogSample.Event("e-1"), LogSample.Event("e-1", json: "[]")], default);

        receipts.ShouldBe([EventReceipt.Duplicate, EventReceipt.Conflict]);
        sequence.ShouldBe(1);
        (await log.Close()).Events.Single().Entry.Json.ShouldBe("{}");
    }

    [Fact]
    public async Task First_of_one_call_is_accepted_and_the_others_are_measured_by_it()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        var receipts = await log.Send(LogSample.Event("e-1"), LogSample.Event("e-1"), LogSample.Event("e-2"), LogSample.Event("e-1", json: "[]"));
        receipts.ShouldBe([EventReceipt.Accepted, EventReceipt.Duplicate, EventReceipt.Accepted, EventReceipt.Conflict]);
    }

    [Fact]
    public async Task Duplicates_are_known_after_a_restart_in_young_and_in_sealed_days()
    {
        using var folder = new LogFolder();
        await using (var log = folder.Open())
        {
            for (var day = 0; day < 4; day++) await log.Send(LogSample.Event("e-1", day));
        }

        await using var again = folder.Open();
        for (var day = 0; day < 4; day++)
        {
            (await again.Send(LogSample.Event("e-1", day), LogSample.Event("e-1", day, json: "[]"), LogSample.Event("e-2", day)))
                .ShouldBe([EventReceipt.Duplicate, EventReceipt.Conflict, EventReceipt.Accepted], $"day {day}");
        }
    }

    [Fact]
    public async Task Of_many_callers_with_the_same_id_exactly_one_is_accepted()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        var calls = Enumerable.Range(0, 40).Select(n => Task.Run(() => log.Send(LogSample.Event("e-1"), LogSample.Event($"f-{n / 2}"))));
        var receipts = (await Task.WhenAll(calls)).SelectMany(call => call).ToArray();

        receipts.Count(receipt => receipt == EventReceipt.Accepted).ShouldBe(1 + 20);
        receipts.ShouldNotContain(EventReceipt.Conflict);
        (await log.Close()).Events.Count.ShouldBe(21);
    }

    [Fact]
    public async Task Id_is_checked_in_the_segment_of_the_events_decision_only()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        var first = await log.Serve(LogSample.Allocation(1, day: 0));
        var second = await log.Serve(LogSample.Allocation(2, day: 1));

        (await log.Send(LogSample.Click("e-1", first, daysLater: 1))).ShouldBe([EventReceipt.Accepted]);
        (await log.Send(LogSample.Click("e-1", second))).ShouldBe([EventReceipt.Accepted]);
        (await log.Send(LogSample.Click("e-1", first, daysLater: 1))).ShouldBe([EventReceipt.Duplicate]);
    }

    [Fact]
    public async Task Same_decision_sent_again_keeps_its_sequence_and_another_of_its_id_is_refused_alone()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        var stored = await log.Serve(LogSample.Allocation(1));
        (await log.Serve(LogSample.Allocation(1))).Sequence.ShouldBe(stored.Sequence);

        var other = log.Serve(LogSample.Allocation(1) with { Packed = [9] });
        var bystander = log.Serve(LogSample.Allocation(2));
        await Should.ThrowAsync<InvalidOperationException>(other);
        (await bystander).Sequence.ShouldBe(2);
        (await log.Close()).Allocations.Count.ShouldBe(2);
    }

    [Fact]
    public void Ids_of_one_hash_are_all_kept_the_youngest_first()
    {
        var index = new IdIndex();
        index.Find(7).ShouldBeEmpty();
        foreach (var sequence in new long[] { 1, 2, 3 }) index.Add(7, sequence);
        index.Find(7).ShouldBe([3, 2, 1]);
    }

    [Fact]
    public async Task Decisions_of_one_hash_are_told_apart()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        // Same lower half, another millisecond of the same day.
        var twin = LogSample.Allocation(1) with { Id = new AllocationId(LogSample.Id(1).Value + (UInt128.One << 80)) };
        await log.Serve(LogSample.Allocation(1));
        await log.Serve(twin);
        log.FindAllocation(LogSample.Id(1))!.Sequence.ShouldBe(1);
        log.FindAllocation(twin.Id)!.Sequence.ShouldBe(2);
    }
}
