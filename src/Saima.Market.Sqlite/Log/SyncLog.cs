using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>Has the decisions of the last moments fsynced; nobody waits for it.</summary>
internal sealed class SyncLog() : AnsweredWork<bool>(CancellationToken.None)
{
    public override int Records => 0;

    public override void Stage(StagedGroup group)
    {
        // Adds nothing: that it is in the group makes the commit a synced one.
    }

    protected override bool Result(LogSlice? closed) => true;
}
