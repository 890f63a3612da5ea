using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Catalogue;

/// <summary>Here are the products that are wanted; what stands in their rows? Read at the speed of the database.</summary>
/// <remarks>
/// EF writes the query, so that it is right on every database, and does not make the rows: that would take as long again as reading
/// them, a million times over. The columns are read in the order in which the query names them.
/// </remarks>
internal static class ReadProductRows
{
    public static async IAsyncEnumerable<ProductRow> RunAsync(IQueryable<ProductRow> products, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = InOrder(products).CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return RowAt(reader);
    }

    private static IQueryable InOrder(IQueryable<ProductRow> products) => products.Select(row => new
    {
        row.Slot,
        row.Id,
        row.SellerSlot,
        row.CategorySlot,
        row.Title,
        row.Description,
        row.KeywordsJson,
        row.AttributesJson,
        row.PriceMinMicros,
        row.PriceMaxMicros,
        row.PriceCurrency,
        row.PriceUnit,
        row.Moq,
        row.ListedAtMicros,
        row.ImageUrl,
    });

    private static ProductRow RowAt(DbDataReader reader) => new()
    {
        Slot = reader.GetInt32(0),
        Id = reader.GetString(1),
        SellerSlot = reader.GetInt32(2),
        CategorySlot = reader.GetInt32(3),
        Title = reader.GetString(4),
        Description = reader.GetString(5),
        KeywordsJson = TextAt(reader, 6),
        AttributesJson = TextAt(reader, 7),
        PriceMinMicros = reader.IsDBNull(8) ? null : reader.GetInt64(8),
        PriceMaxMicros = reader.IsDBNull(9) ? null : reader.GetInt64(9),
        PriceCurrency = TextAt(reader, 10),
        PriceUnit = TextAt(reader, 11),
        Moq = reader.IsDBNull(12) ? null : reader.GetInt32(12),
        ListedAtMicros = reader.GetInt64(13),
        ImageUrl = TextAt(reader, 14),
    };

    private static string? TextAt(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
