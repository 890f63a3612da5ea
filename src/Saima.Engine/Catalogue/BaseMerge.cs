namespace Saima.Engine.Catalogue;

/// <summary>A merge of the oldest segments into a new base, under way or ready.</summary>
internal sealed class BaseMerge
{
    private readonly Task<(Segment Segment, int[][] NewRow)> _work;

    /// <summary>Begins.</summary>
    /// <param name="sources">What is merged; nobody changes it.</param>
    /// <param name="dead">Rows that were dead at the beginning.</param>
    /// <param name="inBackground">False: it is ready when this returns.</param>
    public BaseMerge(IReadOnlyList<Segment> sources, IReadOnlyList<DeadRows> dead, bool inBackground)
    {
        Sources = sources.Count;
        _work = inBackground ? Task.Run(() => SegmentMerge.Of(sources, dead)) : Task.FromResult(SegmentMerge.Of(sources, dead));
    }

    /// <summary>How many of the oldest segments it replaces.</summary>
    public int Sources { get; }

    /// <summary>Rows of them that died since it began, in the order in which they died.</summary>
    public List<Place> DiedSince { get; } = [];

    public bool IsReady => _work.IsCompleted;

    public Segment Segment => _work.GetAwaiter().GetResult().Segment;

    /// <summary>By source and row, the row in the new segment; −1 for those that were dead at the beginning.</summary>
    public int[][] NewRow => _work.GetAwaiter().GetResult().NewRow;

    public void Wait() => _work.GetAwaiter().GetResult();
}
