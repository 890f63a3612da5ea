using System.Threading.Channels;
using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>In which order do records enter the log? The one thread that writes: it takes what waits, commits it together and answers.</summary>
/// <remarks>
/// Nothing waits for company: while one group is being committed the next gathers, so groups grow with the load and a lone record
/// goes at once. The loop itself must not fail; whatever a group fails with goes to its callers.
/// </remarks>
internal sealed class LogWriter : IAsyncDisposable
{
    private readonly Channel<LogWork> _waiting = Channel.CreateUnbounded<LogWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SegmentSet _segments;
    private readonly LogTail _tail;
    private readonly LogLimits _limits;
    private readonly SegmentCommitter _committer;
    private readonly ITimer _syncTimer;
    private bool _syncIsDue; // the writer's own: whether the timer is running

    public LogWriter(SegmentSet segments, LogTail tail, LogLimits limits, TimeProvider time)
    {
        _segments = segments;
        _tail = tail;
        _limits = limits;
        _committer = new SegmentCommitter(segments, limits);
        _syncTimer = time.CreateTimer(_ => _waiting.Writer.TryWrite(new SyncLog()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        new Thread(Run) { Name = "log writer", IsBackground = true }.Start();
    }

    public Task<T> Post<T>(AnsweredWork<T> work, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(work), typeof(SqliteEventStore));
        return cancel.CanBeCanceled ? work.Answer.WaitAsync(cancel) : work.Answer;
    }

    /// <summary>Writes what waits, fsyncs it and closes the files.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ended.Task;
        await _syncTimer.DisposeAsync();
    }

    private void Run()
    {
        var group = new List<LogWork>();
        while (Gather(group))
        {
            Commit(group);
            group.Clear();
        }
        Commit([new SyncLog()]);
        _committer.Dispose();
        _ended.SetResult();
    }

    private bool Gather(List<LogWork> group)
    {
        var records = 0;
        while (records < _limits.GroupRecords && (group.Count == 0 ? TakeWaiting(out var work) : _waiting.Reader.TryRead(out work)))
        {
            if (work!.IsCancelled)
            {
                work.Cancel();
                continue;
            }
            group.Add(work);
            records += work.Records;
            if (work.EndsGroup) break;
        }
        return group.Count > 0;
    }

    private bool TakeWaiting(out LogWork? work)
    {
        while (!_waiting.Reader.TryRead(out work))
        {
            if (!_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult()) return false;
        }
        return true;
    }

    private void Commit(List<LogWork> works)
    {
        var staged = new StagedGroup(_segments, _tail.Last);
        var isSynced = works.Exists(work => work.IsSynced);
        try
        {
            _committer.TakeBackVoid(_tail.Last);
            foreach (var work in works) work.Stage(staged);
            _committer.Write(staged, _tail.Last, isSynced);
        }
        catch (Exception e)
        {
            // Alone, each shows whether the failure is its own (a damaged old segment, an id used twice) or everybody's.
            if (works.Count == 1) works[0].Fail(e);
            else works.ForEach(work => Commit([work]));
            _syncIsDue = false; // the timer may have rung for this very group: it is set again
            SyncLater();
            return;
        }
        var closed = Publish(staged);
        foreach (var work in works) work.Complete(closed);
        SyncLater();
    }

    private LogSlice? Publish(StagedGroup staged)
    {
        foreach (var (day, row) in staged.Rows)
        {
            var segment = _segments.Find(day)!;
            if (row.Allocation is { } allocation) segment.Add(allocation);
            if (row.Event is { } happened) segment.Add(happened);
            _tail.Add(row);
        }
        return staged.Boundary is { } boundary ? _tail.Cut(boundary.Sequence, boundary.ClosedAtMicros) : null;
    }

    private void SyncLater()
    {
        if (_committer.HasUnsynced == _syncIsDue) return;
        _syncIsDue = _committer.HasUnsynced;
        _syncTimer.Change(_syncIsDue ? _limits.SyncWithin : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
