using Microsoft.Data.Sqlite;
using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>What is inside a segment file, and is this file one?</summary>
/// <remarks>
/// No index beside the primary keys while a day is young: two of them cost nine tenths of the speed. The packed record lies in a
/// table of its own, so that the ids of a day can be read back at start without paging through its records.
/// <c>mark.through</c> in the youngest segment says through which sequence all segments are committed together.
/// </remarks>
internal static class SegmentSchema
{
    private const int ApplicationId = 0x53_41_49_4C; // "SAIL": Saima's log
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE allocation(
          seq INTEGER PRIMARY KEY, id BLOB NOT NULL, at INTEGER NOT NULL, visit INTEGER NOT NULL, caller TEXT, previous BLOB,
          page INTEGER NOT NULL, policy TEXT NOT NULL, policy_version INTEGER NOT NULL,
          catalogue_through INTEGER NOT NULL, learned_through INTEGER NOT NULL) STRICT;
        CREATE TABLE record(seq INTEGER PRIMARY KEY, intent TEXT NOT NULL, packed BLOB NOT NULL) STRICT;
        CREATE TABLE event(
          seq INTEGER PRIMARY KEY, id TEXT NOT NULL, type INTEGER NOT NULL, at INTEGER NOT NULL, allocation BLOB,
          allocation_seq INTEGER NOT NULL, position INTEGER NOT NULL, product TEXT, visitor INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
        CREATE TABLE boundary(seq INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
        CREATE TABLE mark(one INTEGER PRIMARY KEY CHECK (one = 1), through INTEGER NOT NULL, syncs INTEGER NOT NULL) STRICT;
        """;

    private const string Indexes = """
        CREATE INDEX IF NOT EXISTS allocation_id ON allocation(id);
        CREATE INDEX IF NOT EXISTS allocation_caller ON allocation(caller) WHERE caller IS NOT NULL;
        CREATE INDEX IF NOT EXISTS event_id ON event(id);
        """;

    /// <summary>A connection to an existing segment, or to a new file if <paramref name="create"/>.</summary>
    public static SqliteConnection Connect(string path, bool create)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>True if the file holds a segment; false if a crash left it before its tables were made.</summary>
    /// <exception cref="LogUnavailableException">The file is of another program or of a newer version.</exception>
    public static bool IsBorn(SqliteConnection connection, string path)
    {
        var tables = Number(connection, "SELECT count(*) FROM sqlite_master");
        if (tables == 0) return false;
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
            throw new LogUnavailableException($"{path} is not a segment of this log: move it out of the folder.");
        if (Number(connection, "PRAGMA user_version") is var version && version != Version)
            throw new LogUnavailableException($"{path} was written by version {version} of the log, this is {Version}: use the program that wrote it.");
        return true;
    }

    /// <summary>Makes the tables in one transaction; <paramref name="through"/> is the last sequence that any segment holds.</summary>
    public static void Create(SqliteConnection connection, long through)
    {
        // 8 KiB pages: a packed record of 3 KiB leaves a quarter of a page empty instead of a quarter of every page and one row each.
        Run(connection, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        Run(connection, $"""
            BEGIN IMMEDIATE;
            {Tables}
            INSERT INTO mark VALUES (1, {through}, 0);
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {Version};
            COMMIT;
            """);
    }

    /// <summary>Makes ids findable on disk, once a day has become old; does nothing if they are already.</summary>
    public static void Index(SqliteConnection connection) => Run(connection, $"BEGIN IMMEDIATE; {Indexes} COMMIT;");

    public static bool IsIndexed(SqliteConnection connection) =>
        Number(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name = 'event_id'") == 1;

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
