using System.Text.Json;
using Microsoft.Data.Sqlite;
using Saima.Market.Sqlite.Log;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

/// <summary>A folder for one test's log, and the log in it.</summary>
internal sealed class LogFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("saima-log-").FullName;

    /// <summary>Small enough for small tests to cross every border.</summary>
    public LogLimits Limits { get; } = new() { GroupRecords = 5, CursorRows = 2, OpenWriters = 1 };

    public StillClock Clock { get; } = new(DateTimeOffset.UnixEpoch);

    public SqliteEventStore Open() => SqliteEventStore.Open(Path, Clock, Limits);

    public string Segment(string day) => System.IO.Path.Combine(Path, day + ".db");

    /// <summary>Everything that a slice says, as text: two slices are the same if their texts are.</summary>
    public static string[] Texts(IEnumerable<LogSlice> slices) => [.. slices.Select(slice => JsonSerializer.Serialize(slice))];

    /// <summary>Runs a statement on a segment behind the log's back.</summary>
    public long Sql(string day, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Segment(day)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
