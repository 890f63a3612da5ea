using Npgsql;
using NpgsqlTypes;
using Saima.Bench.World;

namespace Saima.Bench.Peers;

/// <summary>PostgreSQL's full text search over the same catalogue: which 48 products are best by ts_rank?</summary>
/// <remarks>Configuration <c>english</c>, GIN index, one connection, prepared. All words; any of them if no product holds all.</remarks>
public sealed class PostgresPeer : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _all;
    private readonly NpgsqlCommand _any;

    private PostgresPeer(NpgsqlConnection connection)
    {
        _connection = connection;
        _all = Search("plainto_tsquery('english', $1)");
        _any = Search("CAST(replace(CAST(plainto_tsquery('english', $1) AS text), '&', '|') AS tsquery)");
    }

    /// <summary>Loads the whole catalogue by COPY and indexes it.</summary>
    public static async Task<PostgresPeer> BuildAsync(CatalogueWorld world, string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "CREATE UNLOGGED TABLE text (slot int, whole text)");
        await using (var copy = await connection.BeginBinaryImportAsync("COPY text FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 0; number < world.Count; number++)
            {
                var product = world.At(number);
                await copy.StartRowAsync();
                await copy.WriteAsync(product.Slot, NpgsqlDbType.Integer);
                await copy.WriteAsync(ListingText.Of(product, world.Categories[product.CategorySlot].Path).Whole(), NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
        }

        await RunAsync(connection, "SET max_parallel_workers_per_gather = 2; CREATE UNLOGGED TABLE listing AS SELECT slot, to_tsvector('english', whole) AS words FROM text; RESET max_parallel_workers_per_gather");
        await RunAsync(connection, "DROP TABLE text");
        await RunAsync(connection, "CREATE INDEX listing_words ON listing USING gin (words)");
        await RunAsync(connection, "VACUUM ANALYZE listing");
        var peer = new PostgresPeer(connection);
        await peer._all.PrepareAsync();
        await peer._any.PrepareAsync();
        return peer;
    }

    /// <summary>Slots of the best, best first.</summary>
    public List<int> Find(string text)
    {
        var found = Find(_all, text);
        return found.Count > 0 || !text.Contains(' ', StringComparison.Ordinal) ? found : Find(_any, text);
    }

    public async ValueTask DisposeAsync()
    {
        await _all.DisposeAsync();
        await _any.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private NpgsqlCommand Search(string words) => new($"SELECT slot FROM listing, {words} AS asked WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT 48", _connection)
    {
        Parameters = { new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text } },
    };

    private static List<int> Find(NpgsqlCommand command, string text)
    {
        ((NpgsqlParameter<string>)command.Parameters[0]).TypedValue = text;
        var slots = new List<int>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
            slots.Add(rows.GetInt32(0));
        return slots;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }
}
