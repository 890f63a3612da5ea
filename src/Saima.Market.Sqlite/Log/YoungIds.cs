using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>Which ids are in a young segment? Held in memory, because an index on disk would cost nine tenths of the writer's speed.</summary>
internal sealed class YoungIds
{
    public IdIndex Allocations { get; } = new();

    public IdIndex Callers { get; } = new();

    public IdIndex Events { get; } = new();

    /// <summary>The half of an id that holds its MAC is as good as a hash.</summary>
    public static ulong Hash(AllocationId id) => (ulong)id.Value;

    public static YoungIds ReadFrom(SegmentReader reader)
    {
        var ids = new YoungIds();
        foreach (var (sequence, id, caller) in reader.AllocationIds()) ids.Add(sequence, id, caller);
        foreach (var (sequence, id) in reader.EventIds()) ids.Events.Add(IdIndex.Hash(id), sequence);
        return ids;
    }

    public void Add(long sequence, AllocationId id, string? caller)
    {
        Allocations.Add(Hash(id), sequence);
        if (caller is not null) Callers.Add(IdIndex.Hash(caller), sequence);
    }
}
