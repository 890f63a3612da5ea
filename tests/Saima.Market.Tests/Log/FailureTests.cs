using Saima.Market.Sqlite.Log;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

public sealed class FailureTests
{
    private static string Long(int seed) => string.Concat(Enumerable.Range(0, 8000).Select(n => (n * seed).ToString()));

    [Fact]
    public async Task Full_disk_refuses_in_words_takes_nothing_in_and_the_log_goes_on_when_there_is_space()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        await log.Serve(LogSample.Allocation(1));
        await log.Close();

        folder.Limits.MaxPages = 1;
        var events = Should.Throw<LogUnavailableException>(() => log.Send(LogSample.Event("small"), LogSample.Event("large", json: Long(3))));
        events.Message.ShouldContain("The disk is full");
        events.Message.ShouldContain(folder.Segment("2026-11-20"));
        Should.Throw<LogUnavailableException>(() => log.Serve(LogSample.Allocation(2) with { IntentJson = Long(5) }));
        log.LastSequence.ShouldBe(2);
        log.HasOpenEntries.ShouldBeFalse();
        log.FindEvent("small", LogSample.Noon, 1).ShouldBeNull();
        log.FindAllocation(LogSample.Id(1)).ShouldNotBeNull("what is there can be read");

        folder.Limits.MaxPages = LogLimits.Unlimited;
        (await log.Send(LogSample.Event("small"), LogSample.Event("large", json: Long(3)))).ShouldAllBe(receipt => receipt == EventReceipt.Accepted);
        var slice = await log.Close();
        slice.Events.Select(stored => stored.Sequence).ShouldBe([3, 4]);
        LogFolder.Texts(log.Replay(2)).ShouldBe(LogFolder.Texts([slice]));
    }

    [Fact]
    public async Task Call_that_fails_in_one_day_leaves_nothing_in_the_other()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        await log.Send(LogSample.Event("e-0", day: 0), LogSample.Event("e-1", day: 1));

        folder.Limits.MaxPages = 1;
        Should.Throw<LogUnavailableException>(() => log.Send(LogSample.Event("small", day: 0), LogSample.Event("large", day: 1, json: Long(3))));
        // What the older day would hold if its commit had come through before the head's failed.
        folder.Sql("2026-11-20", "INSERT INTO event VALUES (3, 'small', 1, 0, NULL, 0, -1, NULL, 0, '{}')");
        folder.Limits.MaxPages = LogLimits.Unlimited;

        (await log.Send(LogSample.Event("small", day: 0))).ShouldBe([EventReceipt.Accepted]);
        (await log.Close(day: 1)).Events.Select(stored => stored.Entry.Id).ShouldBe(["e-0", "e-1", "small"]);
    }

    [Fact]
    public async Task Half_a_commit_that_a_crash_left_is_taken_back_at_start()
    {
        using var folder = new LogFolder();
        await using (var log = folder.Open()) await log.Send(LogSample.Event("e-0", day: 0), LogSample.Event("e-1", day: 1));
        folder.Sql("2026-11-20", "INSERT INTO event VALUES (3, 'half', 1, 0, NULL, 0, -1, NULL, 0, '{}')");

        await using var again = folder.Open();
        again.LastSequence.ShouldBe(2);
        (await again.Send(LogSample.Event("half", day: 0))).ShouldBe([EventReceipt.Accepted]);
        (await again.Close(day: 1)).Events.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Commit_that_touched_only_an_older_day_outlives_a_restart()
    {
        using var folder = new LogFolder();
        await using (var log = folder.Open())
        {
            await log.Serve(LogSample.Allocation(1, day: 1));
            await log.Send(LogSample.Event("e-1", day: 0));
        }

        await using var again = folder.Open();
        again.LastSequence.ShouldBe(2);
        (await again.Close(day: 1)).Events.Single().Entry.Id.ShouldBe("e-1");
    }

    [Fact]
    public async Task New_day_that_cannot_be_opened_fails_its_callers_only_and_works_later()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        await log.Serve(LogSample.Allocation(1));
        Directory.CreateDirectory(folder.Segment("2026-11-21"));

        var blocked = log.Send(LogSample.Event("e-1", day: 1));
        var bystander = log.Send(LogSample.Event("e-1", day: 0));
        (await Should.ThrowAsync<LogUnavailableException>(blocked)).Message.ShouldContain("2026-11-21.db");
        (await bystander).ShouldBe([EventReceipt.Accepted]);

        Directory.Delete(folder.Segment("2026-11-21"));
        (await log.Send(LogSample.Event("e-1", day: 1))).ShouldBe([EventReceipt.Accepted]);
        (await log.Close(day: 1)).Events.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Damaged_segment_is_named(int day)
    {
        using var folder = new LogFolder();
        await using (var log = folder.Open())
        {
            for (var n = 0; n < 50; n++) await log.Send(LogSample.Event($"e-{n}", n % 2, json: Long(n)));
        }
        var path = folder.Segment($"2026-11-2{day}");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes.AsSpan(0, bytes.Length / 2).Fill(0x5A);
        await File.WriteAllBytesAsync(path, bytes);

        var failure = Should.Throw<LogUnavailableException>(() => folder.Open());
        failure.Message.ShouldContain(path);
        failure.Message.ShouldContain("damaged");
    }

    [Fact]
    public void Database_of_another_program_is_named()
    {
        using var folder = new LogFolder();
        folder.Sql("2026-11-20", "CREATE TABLE other(x)");
        Should.Throw<LogUnavailableException>(() => folder.Open()).Message.ShouldContain(folder.Segment("2026-11-20"));
    }

    [Fact]
    public async Task File_that_a_crash_left_without_tables_is_no_segment_until_its_day_is_needed()
    {
        using var folder = new LogFolder();
        await File.WriteAllBytesAsync(folder.Segment("2026-11-21"), []);
        await using var log = folder.Open();
        log.LastSequence.ShouldBe(0);
        await log.Serve(LogSample.Allocation(1, day: 1));
        log.FindAllocation(LogSample.Id(1, day: 1)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Second_process_is_refused_until_the_first_has_ended()
    {
        using var folder = new LogFolder();
        await using (var log = folder.Open())
        {
            Should.Throw<LogUnavailableException>(() => folder.Open()).Message.ShouldContain("Another process");
            (await log.Serve(LogSample.Allocation(1))).Sequence.ShouldBe(1);
        }
        await using var again = folder.Open();
        again.LastSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Folder_that_is_a_file_is_refused_in_words()
    {
        using var folder = new LogFolder();
        var path = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(path, "");
        Should.Throw<LogUnavailableException>(() => SqliteEventStore.Open(path, folder.Clock)).Message.ShouldContain(path);
    }

    [Fact]
    public async Task Calls_after_the_end_fail_and_waiting_ones_are_written()
    {
        using var folder = new LogFolder();
        var log = folder.Open();
        var waiting = Enumerable.Range(0, 50).Select(n => log.Serve(LogSample.Allocation(n))).ToArray();
        await log.DisposeAsync();
        (await Task.WhenAll(waiting)).Select(stored => stored.Sequence).ShouldBe(Enumerable.Range(1, 50).Select(n => (long)n));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await log.Serve(LogSample.Allocation(99)));
    }

    [Fact]
    public async Task Call_cancelled_before_its_turn_is_left_undone()
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        await Should.ThrowAsync<OperationCanceledException>(
            async () => await log.AppendAllocationAsync(LogSample.Allocation(1), new CancellationToken(canceled: true)));
        (await log.Serve(LogSample.Allocation(2))).Sequence.ShouldBe(1);
    }
}
