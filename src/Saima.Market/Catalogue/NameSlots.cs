using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Catalogue;

/// <summary>Which ids stand behind these slots? Deleted products and suppliers have theirs too: a record of the log outlives them.</summary>
public sealed class NameSlots(IDbContextFactory<MarketDb> contexts)
{
    /// <summary>Ids of products by slot.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ProductsAsync(IReadOnlyCollection<int> slots, CancellationToken cancel = default)
    {
        if (slots.Count == 0)
            return new Dictionary<int, string>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Products.Where(row => EF.Parameter(slots).Contains(row.Slot)).ToDictionaryAsync(row => row.Slot, row => row.Id, cancel);
    }

    /// <summary>Ids of suppliers by slot.</summary>
    public async Task<IReadOnlyDictionary<int, string>> SellersAsync(IReadOnlyCollection<int> slots, CancellationToken cancel = default)
    {
        if (slots.Count == 0)
            return new Dictionary<int, string>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Sellers.Where(row => EF.Parameter(slots).Contains(row.Slot)).ToDictionaryAsync(row => row.Slot, row => row.Id, cancel);
    }

    /// <summary>The slot that this product id has or had; null if the market never knew it.</summary>
    public async Task<int?> FindProductAsync(string id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Products.Where(row => row.Id == id).Select(row => (int?)row.Slot).SingleOrDefaultAsync(cancel);
    }
}
