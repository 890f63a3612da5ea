using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>Writes one decision; its caller does not wait for the disk.</summary>
internal sealed class AppendAllocation(AllocationEntry entry, CancellationToken cancel) : AnsweredWork<StoredAllocation>(cancel)
{
    private StoredAllocation? _stored;

    public override bool IsSynced => false;

    public override void Stage(StagedGroup group) => _stored = group.Add(entry);

    protected override StoredAllocation Result(LogSlice? closed) => _stored!;
}
