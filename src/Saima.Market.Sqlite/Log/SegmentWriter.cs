using Microsoft.Data.Sqlite;
using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What is written to one segment, and how firmly? Owned by the log's writer; after a failure it is thrown away, which rolls back.</summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly PreparedQuery _begin;
    private readonly PreparedQuery _commit;
    private readonly PreparedQuery _allocation;
    private readonly PreparedQuery _record;
    private readonly PreparedQuery _event;
    private readonly LogLimits _limits;
    private long _maxPages;
    private bool _syncsCommits;

    public SegmentWriter(Segment segment, LogLimits limits)
    {
        Segment = segment;
        _limits = limits;
        _connection = SegmentSchema.Connect(segment.Path, create: false);
        // A checkpoint every 32 MiB: each costs two fsyncs, and the write-ahead file is as safe as the database.
        SegmentSchema.Run(_connection, "PRAGMA wal_autocheckpoint = 4096; PRAGMA synchronous = NORMAL");
        _begin = new PreparedQuery(_connection, "BEGIN IMMEDIATE", 0);
        _commit = new PreparedQuery(_connection, "COMMIT", 0);
        _allocation = new PreparedQuery(_connection, "INSERT INTO allocation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", 11);
        _record = new PreparedQuery(_connection, "INSERT INTO record VALUES (?1, ?2, ?3)", 3);
        _event = new PreparedQuery(_connection, "INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", 10);
    }

    public Segment Segment { get; }

    /// <summary>Opens the transaction of a group.</summary>
    /// <param name="synced">Whether the commit is fsynced (and with it all earlier ones of this segment) or handed to the operating system.</param>
    public void Begin(bool synced)
    {
        // "synchronous" cannot change inside a transaction.
        if (synced != _syncsCommits) SegmentSchema.Run(_connection, synced ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        _syncsCommits = synced;
        if (_maxPages != _limits.MaxPages) SegmentSchema.Run(_connection, $"PRAGMA max_page_count = {_maxPages = _limits.MaxPages}");
        _begin.Run();
    }

    public void Insert(StoredAllocation stored)
    {
        _allocation.Run(SegmentRows.Of(stored));
        _record.Run(SegmentRows.RecordOf(stored));
    }

    public void Insert(StoredEvent stored) => _event.Run(SegmentRows.Of(stored));

    public void InsertBoundary(long sequence, long atMicros) =>
        SegmentSchema.Run(_connection, $"INSERT INTO boundary VALUES ({sequence}, {atMicros})");

    /// <summary>States that all segments are committed together through this sequence.</summary>
    /// <remarks>The counter makes it a write in any case: without a write there is no fsync.</remarks>
    public void Mark(long through) => SegmentSchema.Run(_connection, $"UPDATE mark SET through = {through}, syncs = syncs + 1");

    /// <summary>Takes back what another segment's failure made void.</summary>
    public void DeleteAfter(long sequence) => SegmentSchema.Run(_connection, $"""
        DELETE FROM allocation WHERE seq > {sequence};
        DELETE FROM record WHERE seq > {sequence};
        DELETE FROM event WHERE seq > {sequence};
        DELETE FROM boundary WHERE seq > {sequence};
        """);

    public void Commit() => _commit.Run();

    public void Dispose()
    {
        foreach (var query in (ReadOnlySpan<PreparedQuery>)[_begin, _commit, _allocation, _record, _event]) query.Dispose();
        _connection.Dispose();
    }
}
