using Microsoft.Data.Sqlite;

namespace Saima.Market.Sqlite.Log;

/// <summary>What does this statement say for these values? One statement, prepared once; parameters are written <c>?1</c>, <c>?2</c> …</summary>
internal sealed class PreparedQuery : IDisposable
{
    private readonly SqliteCommand _command;

    public PreparedQuery(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var at = 1; at <= parameters; at++) _command.Parameters.Add(new SqliteParameter { ParameterName = $"?{at}" });
    }

    public void Run(params ReadOnlySpan<object?> values) => Bound(values).ExecuteNonQuery();

    /// <summary>The rows, read when they are asked for; the statement is busy until they are all read.</summary>
    public IEnumerable<T> Rows<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) => Rows(Bound(values), read);

    /// <summary>The single number of the answer, or null.</summary>
    public long? Number(params ReadOnlySpan<object?> values) => Bound(values).ExecuteScalar() as long?;

    public void Dispose() => _command.Dispose();

    private static IEnumerable<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return read(rows);
    }

    private SqliteCommand Bound(ReadOnlySpan<object?> values)
    {
        for (var at = 0; at < values.Length; at++) _command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return _command;
    }
}
