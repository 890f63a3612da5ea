using Microsoft.Data.Sqlite;
using Saima.Bench.World;

namespace Saima.Bench.Peers;

/// <summary>SQLite's full text search (FTS5) over the same catalogue: which 48 products are best by bm25?</summary>
/// <remarks>Its own default tokenizer (unicode61, no stems), one column a field, the texts themselves not kept. All words; any of them if no product holds all.</remarks>
public sealed class SqlitePeer : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _search;
    private readonly SqliteParameter _words;

    private SqlitePeer(SqliteConnection connection)
    {
        _connection = connection;
        _search = connection.CreateCommand();
        _search.CommandText = "SELECT rowid FROM listing WHERE listing MATCH $words ORDER BY bm25(listing) LIMIT 48";
        _words = _search.Parameters.Add("$words", SqliteType.Text);
        _search.Prepare();
    }

    /// <summary>Fills a file with the whole catalogue.</summary>
    public static SqlitePeer Build(CatalogueWorld world, DirectoryInfo folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "listings.db")};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000; PRAGMA mmap_size=8000000000; PRAGMA temp_store=MEMORY");
        Run(connection, "CREATE VIRTUAL TABLE listing USING fts5(title, keywords, category, attributes, description, content='')");
        using (var transaction = connection.BeginTransaction())
        {
            Fill(world, connection);
            transaction.Commit();
        }

        Run(connection, "INSERT INTO listing(listing) VALUES('optimize')");
        return new SqlitePeer(connection);
    }

    /// <summary>Slots of the best, best first.</summary>
    public List<long> Find(string text)
    {
        var words = text.Split(' ').Select(word => $"\"{word}\"").ToList();
        var found = Find(words, " AND ");
        return found.Count > 0 || words.Count == 1 ? found : Find(words, " OR ");
    }

    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }

    private List<long> Find(List<string> words, string and)
    {
        _words.Value = string.Join(and, words);
        var slots = new List<long>();
        using var rows = _search.ExecuteReader();
        while (rows.Read())
            slots.Add(rows.GetInt64(0));
        return slots;
    }

    private static void Fill(CatalogueWorld world, SqliteConnection connection)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO listing(rowid, title, keywords, category, attributes, description) VALUES($slot, $title, $keywords, $category, $attributes, $description)";
        var slot = insert.Parameters.Add("$slot", SqliteType.Integer);
        var texts = new[] { "$title", "$keywords", "$category", "$attributes", "$description" }.Select(name => insert.Parameters.Add(name, SqliteType.Text)).ToArray();
        for (var number = 0; number < world.Count; number++)
        {
            var product = world.At(number);
            var (title, keywords, category, attributes, description) = ListingText.Of(product, world.Categories[product.CategorySlot].Path);
            slot.Value = product.Slot;
            string[] values = [title, keywords, category, attributes, description];
            for (var i = 0; i < values.Length; i++)
                texts[i].Value = values[i];
            insert.ExecuteNonQuery();
        }
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
