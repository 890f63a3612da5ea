using Microsoft.Data.Sqlite;
using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What does one segment hold? A connection for one reader at a time, with its statements prepared as they are needed.</summary>
internal sealed class SegmentReader(string path) : IDisposable
{
    private readonly SqliteConnection _connection = SegmentSchema.Connect(path, create: false);
    private readonly Dictionary<string, PreparedQuery> _queries = [];

    public StoredAllocation? Allocation(long sequence) =>
        Query($"SELECT {SegmentRows.AllocationColumns} WHERE a.seq = ?1", 1).Rows(SegmentRows.Allocation, sequence).FirstOrDefault();

    public StoredAllocation? Allocation(AllocationId id) =>
        Query($"SELECT {SegmentRows.AllocationColumns} WHERE a.id = ?1", 1).Rows(SegmentRows.Allocation, SegmentRows.Bytes(id)).FirstOrDefault();

    /// <summary>The youngest decision of this caller's id that is not older than <paramref name="sinceMicros"/>.</summary>
    public StoredAllocation? AllocationByCaller(string callerId, long sinceMicros) =>
        Query($"SELECT {SegmentRows.AllocationColumns} WHERE a.caller = ?1 AND a.at >= ?2 ORDER BY a.seq DESC", 2)
            .Rows(SegmentRows.Allocation, callerId, sinceMicros).FirstOrDefault();

    public StoredEvent? Event(long sequence) =>
        Query($"SELECT {SegmentRows.EventColumns} WHERE seq = ?1", 1).Rows(SegmentRows.Event, sequence).FirstOrDefault();

    public StoredEvent? Event(string id) =>
        Query($"SELECT {SegmentRows.EventColumns} WHERE id = ?1", 1).Rows(SegmentRows.Event, id).FirstOrDefault();

    /// <summary>At most <paramref name="rows"/> decisions in (after, through], in order.</summary>
    public List<LogRow> Allocations(long after, long through, int rows) =>
        [.. Query($"SELECT {SegmentRows.AllocationColumns} WHERE a.seq > ?1 AND a.seq <= ?2 ORDER BY a.seq LIMIT ?3", 3)
            .Rows(static row => LogRow.Of(SegmentRows.Allocation(row)), after, through, rows)];

    /// <summary>At most <paramref name="rows"/> events in (after, through], in order.</summary>
    public List<LogRow> Events(long after, long through, int rows) =>
        [.. Query($"SELECT {SegmentRows.EventColumns} WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ?3", 3)
            .Rows(static row => LogRow.Of(SegmentRows.Event(row)), after, through, rows)];

    /// <summary>At most <paramref name="rows"/> boundaries in (after, through], in order.</summary>
    public List<LogRow> Boundaries(long after, long through, int rows) =>
        [.. Query("SELECT seq, at FROM boundary WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ?3", 3)
            .Rows(static row => LogRow.Boundary(row.GetInt64(0), row.GetInt64(1)), after, through, rows)];

    /// <summary>The last sequence in this segment, 0 if it is empty.</summary>
    public long LastSequence() => Query(
        "SELECT max(coalesce((SELECT max(seq) FROM allocation), 0), coalesce((SELECT max(seq) FROM event), 0), coalesce((SELECT max(seq) FROM boundary), 0))",
        0).Number() ?? 0;

    /// <summary>The sequence through which all segments were committed together when this one was last marked.</summary>
    public long Mark() => Query("SELECT through FROM mark", 0).Number() ?? 0;

    /// <summary>The last boundary not beyond <paramref name="through"/>, 0 if there is none.</summary>
    public long LastBoundary(long through) => Query("SELECT max(seq) FROM boundary WHERE seq <= ?1", 1).Number(through) ?? 0;

    public IEnumerable<(long Sequence, AllocationId Id, string? Caller)> AllocationIds() =>
        Query("SELECT seq, id, caller FROM allocation ORDER BY seq", 0)
            .Rows(static row => (row.GetInt64(0), SegmentRows.Id(row, 1)!.Value, SegmentRows.Text(row, 2)));

    public IEnumerable<(long Sequence, string Id)> EventIds() =>
        Query("SELECT seq, id FROM event ORDER BY seq", 0).Rows(static row => (row.GetInt64(0), row.GetString(1)));

    public void Dispose()
    {
        foreach (var query in _queries.Values) query.Dispose();
        _connection.Dispose();
    }

    private PreparedQuery Query(string sql, int parameters)
    {
        if (!_queries.TryGetValue(sql, out var query)) _queries.Add(sql, query = new PreparedQuery(_connection, sql, parameters));
        return query;
    }
}
