using Saima.Market.Sqlite.Log;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

public sealed class DiskTests
{
    private const string NoDisk = "needs the right to mount a disk of its own";

    [Fact]
    public async Task Log_on_a_disk_that_fills_up_keeps_what_it_answered_and_goes_on_after_space_is_made()
    {
        using var disk = SmallDisk.TryMake(megabytes: 4);
        if (disk is null) Assert.Skip(NoDisk);
        var ballast = Path.Combine(disk.Path, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[2 << 20]);
        var folder = Path.Combine(disk.Path, "log");
        List<StoredAllocation> answered = [];
        LogSlice slice;
        await using (var log = SqliteEventStore.Open(folder, TimeProvider.System))
        {
            var failure = await FillUp(log, answered);
            failure.Message.ShouldContain(folder);
            log.LastSequence.ShouldBe(answered[^1].Sequence);
            EventEntry[] many = [.. Enumerable.Range(0, 500).Select(n => LogSample.Event($"e-{n}", json: new string('x', 4000)))];
            await Should.ThrowAsync<LogUnavailableException>(log.Send(many));

            File.Delete(ballast);
            (await log.Send(LogSample.Event("e-1"))).ShouldBe([EventReceipt.Accepted]);
            slice = await log.Close();
            slice.Allocations.ShouldBe(answered);
        }

        await using var again = SqliteEventStore.Open(folder, TimeProvider.System);
        LogFolder.Texts(again.Replay(0)).ShouldBe(LogFolder.Texts([slice]));
    }

    [Fact]
    public async Task Read_only_folder_is_refused_in_words_and_opens_once_it_is_writable()
    {
        using var disk = SmallDisk.TryMake(megabytes: 4);
        using var folder = new LogFolder();
        var path = disk?.Path ?? folder.Path;
        await using (var log = SqliteEventStore.Open(path, TimeProvider.System)) await log.Serve(LogSample.Allocation(1));
        SetWritable(disk, path, isWritable: false);
        try
        {
            var failure = Should.Throw<LogUnavailableException>(() => SqliteEventStore.Open(path, TimeProvider.System));
            failure.Message.ShouldContain(path);
            failure.Message.ShouldContain("may write");
        }
        finally
        {
            SetWritable(disk, path, isWritable: true);
        }
        await using var again = SqliteEventStore.Open(path, TimeProvider.System);
        again.LastSequence.ShouldBe(1);
    }

    private static async Task<LogUnavailableException> FillUp(IEventStore log, List<StoredAllocation> answered)
    {
        try
        {
            for (var n = 0; n < 10_000; n++) answered.Add(await log.Serve(LogSample.Allocation(n) with { Packed = new byte[3000] }));
        }
        catch (LogUnavailableException full)
        {
            return full;
        }
        throw new InvalidOperationException("The disk did not fill up.");
    }

    private static void SetWritable(SmallDisk? disk, string path, bool isWritable)
    {
        if (disk is not null && isWritable) disk.MakeWritable();
        else if (disk is not null) disk.MakeReadOnly();
        else if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) Assert.Skip(NoDisk);
        else Allow(path, isWritable);
    }

    private static void Allow(string path, bool isWritable)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        foreach (var file in Directory.GetFiles(path)) File.SetUnixFileMode(file, isWritable ? Read | UnixFileMode.UserWrite : Read);
        File.SetUnixFileMode(path, isWritable ? Read | UnixFileMode.UserWrite : Read);
    }
}
