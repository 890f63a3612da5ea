namespace Saima.Engine.Catalogue;

/// <summary>How much is for sale, of what? Counted over columns, no listing is opened.</summary>
/// <param name="ByCategory">Products by category slot, without what lies below it.</param>
/// <param name="Suppliers">Suppliers with products.</param>
/// <param name="ByCurrency">Products with a price, by its currency.</param>
public sealed record ShelfCounts(int[] ByCategory, int Suppliers, IReadOnlyDictionary<string, int> ByCurrency)
{
    public static ShelfCounts Of(Snapshot snapshot)
    {
        var (byCategory, byCurrency, sells) = (new int[snapshot.CategoryBySlot.Length], new int[snapshot.Currencies.Length], new bool[snapshot.SellerBySlot.Length]);
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            var (columns, dead) = (snapshot.Segments[s].Columns, snapshot.Dead[s]);
            for (var row = 0; row < columns.Count; row++)
            {
                if (dead[row])
                    continue;
                byCategory[columns.CategorySlot[row]]++;
                sells[columns.SellerSlot[row]] = true;
                if (columns.MinPriceMicros[row] != SegmentRows.None)
                    byCurrency[columns.Currency[row]]++;
            }
        }

        var currencies = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < byCurrency.Length; number++)
            currencies[snapshot.Currencies[number]] = byCurrency[number];
        return new ShelfCounts(byCategory, CountTrue(sells), currencies);
    }

    private static int CountTrue(bool[] flags)
    {
        var count = 0;
        foreach (var flag in flags)
            count += flag ? 1 : 0;
        return count;
    }
}
