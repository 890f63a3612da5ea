using System.Collections.Concurrent;
using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What does the log hold of one day? Young segments find ids in memory, sealed ones by an index in the file.</summary>
internal sealed class Segment(DateOnly day, string path) : IDisposable
{
    private const int IdleReaders = 8;

    private readonly ConcurrentBag<SegmentReader> _idle = [];
    private volatile YoungIds? _ids;
    private volatile bool _closed;

    public DateOnly Day { get; } = day;

    public string Path { get; } = path;

    public bool IsYoung => _ids is not null;

    public StoredAllocation? Find(AllocationId id)
    {
        if (_ids is not { } young) return Read(reader => reader.Allocation(id));
        var candidates = young.Allocations.Find(YoungIds.Hash(id));
        return candidates.Length == 0 ? null : Read(reader => candidates.Select(reader.Allocation).FirstOrDefault(found => found?.Entry.Id == id));
    }

    public StoredAllocation? FindByCaller(string callerId, long sinceMicros)
    {
        if (_ids is not { } young) return Read(reader => reader.AllocationByCaller(callerId, sinceMicros));
        var candidates = young.Callers.Find(IdIndex.Hash(callerId));
        return candidates.Length == 0 ? null : Read(reader => candidates.Select(reader.Allocation).FirstOrDefault(
            found => string.Equals(found?.Entry.CallerId, callerId, StringComparison.Ordinal) && found!.Entry.AtMicros >= sinceMicros));
    }

    public StoredEvent? FindEvent(string id)
    {
        if (_ids is not { } young) return Read(reader => reader.Event(id));
        var candidates = young.Events.Find(IdIndex.Hash(id));
        return candidates.Length == 0 ? null : Read(reader =>
            candidates.Select(reader.Event).FirstOrDefault(found => string.Equals(found?.Entry.Id, id, StringComparison.Ordinal)));
    }

    /// <summary>Makes committed records findable.</summary>
    public void Add(StoredAllocation stored) => _ids?.Add(stored.Sequence, stored.Entry.Id, stored.Entry.CallerId);

    /// <inheritdoc cref="Add(StoredAllocation)"/>
    public void Add(StoredEvent stored) => _ids?.Events.Add(IdIndex.Hash(stored.Entry.Id), stored.Sequence);

    /// <summary>Reads the ids of a young segment into memory.</summary>
    public void KeepIdsInMemory() => _ids ??= Read(YoungIds.ReadFrom);

    /// <summary>Moves the finding of ids from memory to an index in the file. The writer may go on meanwhile; the file then waits for one of the two.</summary>
    public void Seal()
    {
        using (var connection = SegmentSchema.Connect(Path, create: false))
        {
            if (!SegmentSchema.IsIndexed(connection)) SegmentSchema.Index(connection);
        }
        _ids = null;
        CloseReaders();
    }

    public T Read<T>(Func<SegmentReader, T> question)
    {
        SegmentReader? reader = null;
        try
        {
            if (!_idle.TryTake(out reader)) reader = new SegmentReader(Path);
            var answer = question(reader);
            Return(reader);
            return answer;
        }
        catch (Exception e) when (LogFailure.IsOfStorage(e))
        {
            reader?.Dispose();
            throw LogFailure.Explain(e, Path);
        }
    }

    public void Dispose()
    {
        _closed = true;
        CloseReaders();
    }

    private void Return(SegmentReader reader)
    {
        // A sealed day is asked rarely, and there are many: its three files are closed again.
        if (_closed || !IsYoung || _idle.Count >= IdleReaders) reader.Dispose();
        else _idle.Add(reader);
    }

    private void CloseReaders()
    {
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }
}
