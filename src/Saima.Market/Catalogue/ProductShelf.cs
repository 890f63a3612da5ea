using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Catalogue;

/// <summary>What does the database already know of these products, their suppliers and their categories? Lives as long as one chunk.</summary>
internal sealed class ProductShelf
{
    private readonly MarketDb _db;
    private readonly CatalogueChange _change;
    private readonly CategoryShelf _categories;
    private readonly List<ProductRow> _changed = [];
    private Dictionary<string, int> _liveSellers = [];
    private Dictionary<string, KnownProduct> _known = [];
    private int _nextSlot;

    private ProductShelf(MarketDb db, CatalogueChange change, CategoryShelf categories)
    {
        _db = db;
        _change = change;
        _categories = categories;
    }

    public static async Task<ProductShelf> OpenAsync(
        MarketDb db, CatalogueChange change, IReadOnlyList<ProductDocument> documents, CancellationToken cancel)
    {
        var paths = documents.Select(document => document.Category).Distinct(StringComparer.Ordinal).ToArray();
        var sellerIds = documents.Select(document => document.SellerId).Distinct(StringComparer.Ordinal).ToArray();
        var ids = documents.Select(document => document.Id).ToArray();
        return new ProductShelf(db, change, await CategoryShelf.OpenAsync(db, change, paths, cancel))
        {
            _liveSellers = await db.Sellers.Where(row => row.DeletedSequence == null && EF.Parameter(sellerIds).Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Slot, StringComparer.Ordinal, cancel),
            _known = await db.Products.Where(row => EF.Parameter(ids).Contains(row.Id))
                .Select(row => new KnownProduct(row.Id, row.Slot, row.SellerSlot, row.ListedAtMicros, row.ContentHash, row.DeletedSequence == null))
                .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancel),
            _nextSlot = await db.Products.MaxAsync(row => (int?)row.Slot, cancel) + 1 ?? 0,
        };
    }

    /// <summary>Why this document, good in itself, cannot stand in this catalogue; null if it can.</summary>
    public (string Field, string Message)? Fault(ProductDocument document, BulkOptions options)
    {
        if (options.OnlySellerId is { } only && document.SellerId != only)
            return ("sellerId", "must be the supplier that the key is bound to");
        if (!_liveSellers.TryGetValue(document.SellerId, out var sellerSlot))
            return ("sellerId", $"names no supplier of this market: {document.SellerId}");
        if (options.OnlySellerId is not null && _known.TryGetValue(document.Id, out var old) && old.SellerSlot != sellerSlot)
            return ("id", "belongs to another supplier");
        if (options.IsStrict && _categories.Find(document.Category) is null)
            return ("category", $"names no category of this market: {document.Category}");

        return null;
    }

    /// <summary>True if this changed something.</summary>
    public bool Put(ProductDocument document, long nowMicros)
    {
        var hash = ContentHash.Of(document);
        var old = _known.GetValueOrDefault(document.Id);
        if (old is { IsLive: true } && old.ContentHash == hash)
            return false;

        var row = RowOf(document, old?.Slot ?? _nextSlot++);
        row.ListedAtMicros = document.ListedAt is { } listed ? UnixMicros.From(listed) : old?.ListedAtMicros ?? nowMicros;
        row.ContentHash = hash;
        row.ChangedSequence = _change.Sequence;
        _changed.Add(row);
        _change.Put(row);
        return true;
    }

    /// <summary>Writes what was put; the categories that had to be made must be written before.</summary>
    public Task WriteAsync(CancellationToken cancel) => RowUpsert.RunAsync(_db, _changed, cancel);

    private ProductRow RowOf(ProductDocument document, int slot)
    {
        var price = document.Price?.ToEngine();
        return new ProductRow
        {
            Slot = slot,
            Id = document.Id,
            SellerSlot = _liveSellers[document.SellerId],
            CategorySlot = _categories.FindOrAdd(document.Category),
            Title = document.Title,
            Description = document.Description,
            KeywordsJson = JsonColumn.Write(document.Keywords),
            AttributesJson = JsonColumn.WritePairs(document.Attributes),
            PriceMinMicros = price?.MinMicros,
            PriceMaxMicros = price?.MaxMicros,
            PriceCurrency = price?.Currency,
            PriceUnit = price?.Unit,
            Moq = document.Moq,
            ImageUrl = document.ImageUrl,
        };
    }

    private sealed record KnownProduct(string Id, int Slot, int SellerSlot, long ListedAtMicros, long ContentHash, bool IsLive);
}
