using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Saima.Bench.World;
using Saima.Engine.Catalogue;
using Saima.Market.Catalogue;
using Saima.Market.Sqlite;

namespace Saima.Bench.Market;

/// <summary>How does a made-up catalogue of a million products get into a folder in a minute? Straight into the tables, past the contract.</summary>
public static class FillFolder
{
    private static readonly string[] Columns =
    [
        "Slot", "Id", "SellerSlot", "CategorySlot", "Title", "Description", "KeywordsJson", "AttributesJson", "PriceMinMicros",
        "PriceMaxMicros", "PriceCurrency", "PriceUnit", "Moq", "ListedAtMicros", "ContentHash", "ChangedSequence",
    ];

    /// <summary>Fills the market of an empty folder; the catalogue's sequence is 1.</summary>
    public static async Task RunAsync(DirectoryInfo folder, CatalogueWorld world)
    {
        var contexts = await SqliteMarket.OpenAsync(folder.FullName);
        await using var db = await contexts.CreateDbContextAsync();
        db.Categories.AddRange(world.Categories.Select(RowOf));
        db.Sellers.AddRange(world.Sellers.Select(RowOf));
        await db.SaveChangesAsync();
        await db.CatalogueCounters.ExecuteUpdateAsync(row => row.SetProperty(counter => counter.Sequence, 1));
        await db.Database.OpenConnectionAsync();
        await InsertAsync((SqliteConnection)db.Database.GetDbConnection(), world);
        await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task InsertAsync(SqliteConnection connection, CatalogueWorld world)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"Products\" ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(name => "$" + name))})";
        foreach (var name in Columns)
            insert.Parameters.Add(new SqliteParameter("$" + name, null));
        for (var number = 0; number < world.Count; number++)
        {
            var values = ValuesOf(world.At(number));
            for (var i = 0; i < values.Length; i++)
                insert.Parameters[i].Value = values[i] ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static object?[] ValuesOf(Product product) =>
    [
        product.Slot, product.Id, product.SellerSlot, product.CategorySlot, product.Title, product.Description,
        JsonColumn.Write(product.Keywords), JsonColumn.WritePairs(product.Attributes.ToDictionary(StringComparer.Ordinal)), product.Price?.MinMicros,
        product.Price?.MaxMicros, product.Price?.Currency, product.Price?.Unit, product.Moq, product.ListedAtMicros, 0L, 1L,
    ];

    private static CategoryRow RowOf(Category category) => new()
    {
        Slot = category.Slot,
        Path = category.Path,
        ParentSlot = category.ParentSlot < 0 ? null : category.ParentSlot,
        ChangedSequence = 1,
    };

    private static SellerRow RowOf(Seller seller) => new()
    {
        Slot = seller.Slot,
        Id = seller.Id,
        Name = seller.Name,
        Country = seller.Country,
        Kind = seller.Kind,
        JoinedOn = seller.JoinedOn,
        ChecksJson = JsonColumn.Write(seller.Checks.Select(check => new SellerCheckDocument(check.What, check.By, check.On, check.Until)).ToList()),
        ChangedSequence = 1,
    };
}
