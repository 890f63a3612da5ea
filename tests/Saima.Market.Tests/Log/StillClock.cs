namespace Saima.Market.Tests.Log;

/// <summary>A clock that stands, and rings its timers when it is told to.</summary>
public sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    private readonly List<StillTimer> _timers = [];

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StillTimer(() => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Rings every timer that is set, and says for how long each was.</summary>
    public TimeSpan[] Ring() => [.. _timers.Select(timer => timer.Ring()).OfType<TimeSpan>()];

    private sealed class StillTimer(Action ring) : ITimer
    {
        private readonly Lock _gate = new();
        private TimeSpan? _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate) _due = dueTime == Timeout.InfiniteTimeSpan ? null : dueTime;
            return true;
        }

        public TimeSpan? Ring()
        {
            TimeSpan? due;
            lock (_gate) (due, _due) = (_due, null);
            if (due is not null) ring();
            return due;
        }

        public void Dispose() => _due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
