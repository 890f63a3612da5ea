namespace Saima.Engine.Catalogue;

/// <summary>How does a whole catalogue get into an empty state? Product by product through lanes, one thread each; then all at once.</summary>
/// <remarks>A lane reads and packs a product at once and forgets it: a million of them are never there as objects. Nothing is for sale before the end.</remarks>
public sealed class CatalogueLoad : IDisposable
{
    private readonly CatalogueState _state;
    private readonly CatalogueBatch _facts;
    private readonly ReadProducts _reader;
    private readonly string[] _paths;
    private readonly bool[] _sells;
    private readonly List<LoadLane> _lanes = [];

    internal CatalogueLoad(CatalogueState state, CatalogueBatch facts, ReadProducts reader)
    {
        (_state, _facts, _reader) = (state, facts, reader);
        _paths = new string[facts.Categories.Count];
        foreach (var category in facts.Categories)
            _paths[category.Slot] = category.Path;
        var sellers = 0;
        foreach (var seller in facts.Sellers)
            sellers = Math.Max(sellers, seller.Slot + 1);
        _sells = new bool[sellers];
        foreach (var seller in facts.Sellers)
            _sells[seller.Slot] = true;
    }

    /// <summary>Opens a lane for one thread; lanes are opened one after another, before any of them is used.</summary>
    public LoadLane OpenLane()
    {
        var lane = new LoadLane(_reader.NewTerms(), _reader.CurrencyNumbers, _paths, _sells);
        _lanes.Add(lane);
        return lane;
    }

    /// <summary>Everything has come: the snapshot that contains it.</summary>
    /// <param name="sequence">The catalogue's sequence at which all of it was read.</param>
    /// <exception cref="ArgumentException">A product slot came twice; nothing has changed.</exception>
    public Snapshot Finish(long sequence)
    {
        var parts = new SegmentPart[_lanes.Count];
        for (var lane = 0; lane < parts.Length; lane++)
            parts[lane] = _lanes[lane].Part;
        var segment = SegmentBuild.Of(parts);
        RequireOnce(segment.ProductSlot);
        return _state.Take(_facts, segment, sequence);
    }

    public void Dispose()
    {
        foreach (var lane in _lanes)
            lane.Dispose();
    }

    private static void RequireOnce(int[] slots)
    {
        var highest = -1;
        foreach (var slot in slots)
            highest = Math.Max(highest, slot);
        var came = new bool[highest + 1];
        foreach (var slot in slots)
        {
            if (came[slot])
                throw new ArgumentException($"product slot {slot} came twice");
            came[slot] = true;
        }
    }
}
