using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

public sealed class SegmentTests
{
    [Fact]
    public async Task Event_lies_with_its_decision_however_late_it_comes()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        var old = await log.Serve(LogSample.Allocation(1, day: 0));
        for (var day = 1; day < 5; day++) await log.Serve(LogSample.Allocation(1, day));
        await log.Send(LogSample.Click("e-late", old, daysLater: 4));

        folder.Sql("2026-11-20", "SELECT count(*) FROM event").ShouldBe(1);
        folder.Sql("2026-11-24", "SELECT count(*) FROM event").ShouldBe(0);
        log.FindEvent("e-late", LogSample.Noon + (4 * LogSample.DayMicros), 30)!.Entry.AllocationSequence.ShouldBe(old.Sequence);
        log.FindEvent("e-late", LogSample.Noon + (4 * LogSample.DayMicros), 3).ShouldBeNull();
    }

    [Fact]
    public async Task Segment_older_than_all_others_may_still_be_opened()
    {
        using var folder = new LogFolder();
        await using (var log = folder.Open())
        {
            await log.Serve(LogSample.Allocation(1, day: 9));
            await log.Send(LogSample.Event("e-1", day: 3), LogSample.Event("e-2", day: 1), LogSample.Event("e-3", day: 8));
        }

        await using var again = folder.Open();
        (await again.Send(LogSample.Event("e-1", day: 3), LogSample.Event("e-2", day: 1), LogSample.Event("e-3", day: 8)))
            .ShouldAllBe(receipt => receipt == EventReceipt.Duplicate);
        (await again.Close(day: 9)).Events.Select(stored => stored.Entry.Id).ShouldBe(["e-1", "e-2", "e-3"]);
    }

    [Fact]
    public async Task Decisions_are_found_in_young_and_sealed_days_alike()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        for (var day = 0; day < 6; day++)
        {
            await log.Serve(LogSample.Allocation(day, day, callerId: "c"));
            for (var past = 0; past <= day; past++) log.FindAllocation(LogSample.Id(past, past))!.Sequence.ShouldBe(past + 1);
            log.FindAllocationByCallerId("c", 0)!.Sequence.ShouldBe(day + 1);
        }
    }

    [Fact]
    public async Task Sealed_days_have_an_index_and_young_ones_have_none()
    {
        using var folder = new LogFolder();
        await using (var log = folder.Open())
        {
            for (var day = 0; day < 4; day++) await log.Serve(LogSample.Allocation(day, day));
        }

        const string Indexes = "SELECT count(*) FROM sqlite_master WHERE type = 'index'";
        folder.Sql("2026-11-20", Indexes).ShouldBe(3);
        folder.Sql("2026-11-21", Indexes).ShouldBe(3);
        folder.Sql("2026-11-22", Indexes).ShouldBe(0);
        folder.Sql("2026-11-23", Indexes).ShouldBe(0);
    }

    [Fact]
    public async Task Decisions_are_synced_within_200_milliseconds_by_a_commit_of_their_own()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        await log.Serve(LogSample.Allocation(1, day: 0));
        await log.Serve(LogSample.Allocation(2, day: 1));
        folder.Clock.Ring().ShouldBe([TimeSpan.FromMilliseconds(200)]);
        await log.Serve(LogSample.Allocation(2, day: 1)); // adds nothing, and is answered after the sync

        const string Syncs = "SELECT syncs FROM mark";
        folder.Sql("2026-11-20", Syncs).ShouldBe(1);
        folder.Sql("2026-11-21", Syncs).ShouldBe(1);
        folder.Clock.Ring().ShouldBeEmpty("nothing is unsynced");
        await log.Serve(LogSample.Allocation(3, day: 1));
        folder.Clock.Ring().Length.ShouldBe(1);
    }
}
