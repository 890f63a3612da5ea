using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Saima.Market;

/// <summary>How do thousands of whole rows get into a table? By one prepared statement that inserts or replaces, made from EF Core's own model.</summary>
/// <remarks>
/// <c>SaveChanges</c> makes and parses a command for every row, which an import of many thousands feels. The SQL keeps to what SQLite
/// and PostgreSQL share.
/// </remarks>
internal static class RowUpsert
{
    /// <summary>Writes the rows in the context's transaction, in order; a row whose key is there replaces it.</summary>
    public static async Task RunAsync<T>(MarketDb db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
            return;

        var entity = db.Model.FindEntityType(typeof(T))!;
        var properties = entity.GetProperties().ToArray();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = Sql(db, entity, properties);
        foreach (var (index, property) in properties.Index())
            command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, Name(index), null, nullable: true));

        await command.PrepareAsync(cancel);
        foreach (var row in rows)
        {
            Fill(command.Parameters, properties, row);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static string Sql(MarketDb db, IEntityType entity, IProperty[] properties)
    {
        var quote = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = properties.Select(property => quote.DelimitIdentifier(property.GetColumnName(table)!)).ToArray();
        var key = properties.Index().Where(pair => pair.Item.IsPrimaryKey()).Select(pair => columns[pair.Index]);
        var rest = properties.Index().Where(pair => !pair.Item.IsPrimaryKey()).Select(pair => $"{columns[pair.Index]} = excluded.{columns[pair.Index]}");
        return $"INSERT INTO {quote.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns)}) " +
               $"VALUES ({string.Join(", ", properties.Select((_, index) => Name(index)))}) " +
               $"ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", rest)}";
    }

    private static void Fill(DbParameterCollection parameters, IProperty[] properties, object row)
    {
        for (var i = 0; i < properties.Length; i++)
        {
            var value = properties[i].GetGetter().GetClrValue(row);
            var converter = properties[i].GetRelationalTypeMapping().Converter;
            parameters[i].Value = (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
        }
    }

    private static string Name(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{index}");
}
