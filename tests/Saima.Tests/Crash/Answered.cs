using System.Collections.Concurrent;

namespace Saima.Tests.Crash;

/// <summary>What has the program said was done? All of it must be there for ever.</summary>
internal sealed class Answered
{
    private TaskCompletionSource _reached = new();
    private int _left;

    /// <summary>Ids of pages that were shown.</summary>
    public ConcurrentBag<string> Pages { get; } = [];

    /// <summary>Cards that were opened from a page.</summary>
    public ConcurrentBag<(string Page, string Product)> Clicks { get; } = [];

    /// <summary>Messages of inquiries that were confirmed.</summary>
    public ConcurrentBag<string> Inquiries { get; } = [];

    /// <summary>Completes after so many more answers.</summary>
    public Task After(int answers)
    {
        (_left, _reached) = (answers, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return _reached.Task;
    }

    public void Note<T>(ConcurrentBag<T> bag, T answer)
    {
        bag.Add(answer);
        if (Interlocked.Decrement(ref _left) == 0)
            _reached.SetResult();
    }
}
