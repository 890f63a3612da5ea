using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>Writes a boundary and takes what lies before it.</summary>
internal sealed class CloseSlice(long nowMicros, CancellationToken cancel) : AnsweredWork<LogSlice>(cancel)
{
    public override bool EndsGroup => true;

    public override void Stage(StagedGroup group) => group.Close(nowMicros);

    protected override LogSlice Result(LogSlice? closed) => closed!;
}
