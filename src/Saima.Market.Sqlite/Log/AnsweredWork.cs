using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What does the caller get when his work is in the log? The half of a work that waits and answers.</summary>
internal abstract class AnsweredWork<T>(CancellationToken cancel) : LogWork(cancel)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => _answer.Task;

    public sealed override void Complete(LogSlice? closed) => _answer.TrySetResult(Result(closed));

    public sealed override void Fail(Exception failure) => _answer.TrySetException(failure);

    public sealed override void Cancel() => _answer.TrySetCanceled(CancelToken);

    protected abstract T Result(LogSlice? closed);
}
