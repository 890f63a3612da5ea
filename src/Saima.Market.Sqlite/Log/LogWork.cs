using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What does one caller ask of the log's writer?</summary>
internal abstract class LogWork(CancellationToken cancel)
{
    /// <summary>True if the caller went away before his work was begun: then it is left undone.</summary>
    public bool IsCancelled => cancel.IsCancellationRequested;

    /// <summary>Records that this work may add, for the size of a group.</summary>
    public virtual int Records => 1;

    /// <summary>Whether the answer waits for the fsync.</summary>
    public virtual bool IsSynced => true;

    /// <summary>Whether nothing may follow in the same group.</summary>
    public virtual bool EndsGroup => false;

    /// <summary>Puts the records into a group; may be called again with another group if the first could not be written.</summary>
    public abstract void Stage(StagedGroup group);

    /// <summary>Answers; the group is written.</summary>
    /// <param name="closed">The slice, if the group ended with a boundary.</param>
    public abstract void Complete(LogSlice? closed);

    public abstract void Fail(Exception failure);

    public abstract void Cancel();

    protected CancellationToken CancelToken => cancel;
}
