using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

public sealed class SliceTests
{
    [Fact]
    public async Task Empty_log_has_no_sequence_and_no_slices()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        log.LastSequence.ShouldBe(0);
        log.HasOpenEntries.ShouldBeFalse();
        log.Replay(0).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sequences_count_up_by_one_over_decisions_events_and_boundaries()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        (await log.Serve(LogSample.Allocation(1))).Sequence.ShouldBe(1);
        (await log.AppendEventsAsync([LogSample.Event("e-1"), LogSample.Event("e-2")], default)).Sequence.ShouldBe(3);
        (await log.Close()).Through.ShouldBe(4);
        (await log.Serve(LogSample.Allocation(2))).Sequence.ShouldBe(5);
        log.LastSequence.ShouldBe(5);
    }

    [Fact]
    public async Task Open_entries_are_those_after_the_last_boundary()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        await log.Serve(LogSample.Allocation(1));
        log.HasOpenEntries.ShouldBeTrue();
        (await log.Close()).Allocations.Count.ShouldBe(1);
        log.HasOpenEntries.ShouldBeFalse();
        (await log.Close()).Allocations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Slices_sequences_and_open_entries_are_the_same_after_a_restart()
    {
        using var folder = new LogFolder();
        List<LogSlice> live = [];
        await using (var log = folder.Open())
        {
            for (var n = 0; n < 7; n++)
            {
                var served = await log.Serve(LogSample.Allocation(n));
                await log.Send(LogSample.Click($"e-{n}", served), LogSample.Event($"f-{n}"));
                if (n % 2 == 0) live.Add(await log.Close());
            }
            await log.Serve(LogSample.Allocation(70));
        }

        await using var again = folder.Open();
        LogFolder.Texts(again.Replay(0)).ShouldBe(LogFolder.Texts(live));
        again.LastSequence.ShouldBe((7 * 3) + 4 + 1);
        again.HasOpenEntries.ShouldBeTrue();
        (await again.Close()).Allocations.Select(stored => stored.Entry.Id).ShouldBe([LogSample.Id(70)]);
    }

    [Fact]
    public async Task Two_days_are_replayed_in_one_order()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        List<LogSlice> live = [];
        for (var n = 0; n < 6; n++)
        {
            var served = await log.Serve(LogSample.Allocation(n, day: n % 2));
            await log.Send(LogSample.Event($"e-{n}", day: 1 - (n % 2)), LogSample.Click($"c-{n}", served, daysLater: 1));
            if (n % 3 == 2) live.Add(await log.Close(day: n / 3));
        }

        LogFolder.Texts(log.Replay(0)).ShouldBe(LogFolder.Texts(live));
        live.SelectMany(slice => slice.Events).Select(stored => stored.Sequence).ShouldBeInOrder();
        live.SelectMany(slice => slice.Events).Count().ShouldBe(12);
    }

    [Fact]
    public async Task Replay_begins_with_the_slice_that_holds_what_comes_next()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        List<LogSlice> live = [];
        for (var n = 0; n < 5; n++)
        {
            await log.Serve(LogSample.Allocation(n, day: n));
            await log.Send(LogSample.Event($"e-{n}"));
            live.Add(await log.Close(day: n));
        }

        for (var after = 0; after <= live[^1].Through; after++)
        {
            LogFolder.Texts(log.Replay(after)).ShouldBe(LogFolder.Texts(live.Where(slice => slice.Through > after)), $"after {after}");
        }
    }

    [Fact]
    public async Task Replay_may_go_on_while_the_log_is_written()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        List<LogSlice> live = [];
        for (var n = 0; n < 5; n++)
        {
            await log.Serve(LogSample.Allocation(n));
            live.Add(await log.Close());
        }

        List<LogSlice> replayed = [];
        foreach (var slice in log.Replay(0))
        {
            replayed.Add(slice);
            await log.Serve(LogSample.Allocation(100 + replayed.Count));
            await log.Close();
        }
        LogFolder.Texts(replayed).ShouldBe(LogFolder.Texts(live));
    }

    [Fact]
    public async Task Boundary_on_a_new_day_opens_its_segment_and_an_older_clock_opens_none()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        await log.Serve(LogSample.Allocation(1, day: 1));
        await log.Close(day: 2);
        await log.Close(day: 0);

        File.Exists(folder.Segment("2026-11-22")).ShouldBeTrue();
        File.Exists(folder.Segment("2026-11-20")).ShouldBeFalse();
        log.Replay(0).Count().ShouldBe(2);
    }
}
