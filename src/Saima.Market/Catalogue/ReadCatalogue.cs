using Microsoft.EntityFrameworkCore;
using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>What does the catalogue hold? The reads of pages and API; deleted rows are not there for any of them.</summary>
public sealed class ReadCatalogue
{
    private readonly IDbContextFactory<MarketDb> _contexts;
    private readonly Remembered<CategoryTree> _tree;

    public ReadCatalogue(IDbContextFactory<MarketDb> contexts, CatalogueFeed feed)
    {
        _contexts = contexts;
        _tree = new Remembered<CategoryTree>(LoadTreeAsync);
        feed.Listen(batch =>
        {
            if (batch.Categories.Count > 0)
                _tree.Forget();
        });
    }

    /// <summary>The catalogue's sequence now.</summary>
    public async Task<long> SequenceAsync(CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await db.CatalogueCounters.Select(counter => counter.Sequence).SingleAsync(cancel);
    }

    /// <summary>All categories; from memory until one changes.</summary>
    public ValueTask<CategoryTree> CategoriesAsync(CancellationToken cancel = default) => _tree.GetAsync(cancel);

    public async Task<ProductCard?> FindProductAsync(string id, CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await LiveProducts(db).Where(row => row.Id == id).ToListAsync(cancel);
        return (await CardsAsync(db, rows, cancel)).SingleOrDefault();
    }

    /// <summary>The live products of these slots, by slot; those that are gone are missing.</summary>
    public async Task<IReadOnlyDictionary<int, ProductCard>> FindProductsAsync(IReadOnlyCollection<int> slots, CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await LiveProducts(db).Where(row => EF.Parameter(slots).Contains(row.Slot)).ToListAsync(cancel);
        return (await CardsAsync(db, rows, cancel)).ToDictionary(card => card.Product.Slot);
    }

    public async Task<SupplierCard?> FindSupplierAsync(string id, CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var row = await LiveSellers(db).SingleOrDefaultAsync(seller => seller.Id == id, cancel);
        return row is null
            ? null
            : new SupplierCard(row.ToEngine(), await db.Products.CountAsync(product => product.SellerSlot == row.Slot && product.DeletedSequence == null, cancel));
    }

    /// <summary>Live products in order of id, <paramref name="limit"/> (at most 200) after that id; of one supplier if its slot is given.</summary>
    public async Task<Page<ProductCard>> ListProductsAsync(string? after, int limit, int? sellerSlot = null, CancellationToken cancel = default)
    {
        limit = Page<ProductCard>.Limit(limit);
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var products = LiveProducts(db);
        if (sellerSlot is not null)
            products = products.Where(row => row.SellerSlot == sellerSlot);
        if (after is not null)
            products = products.Where(row => string.Compare(row.Id, after) > 0);

        var rows = await products.OrderBy(row => row.Id).Take(limit + 1).ToListAsync(cancel);
        return Page<ProductCard>.Of(await CardsAsync(db, rows, cancel), limit, card => card.Product.Id);
    }

    /// <summary>A supplier's newest live products, newest first.</summary>
    public async Task<IReadOnlyList<ProductCard>> NewestProductsAsync(int sellerSlot, int limit, CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await LiveProducts(db).Where(row => row.SellerSlot == sellerSlot)
            .OrderByDescending(row => row.ListedAtMicros).ThenBy(row => row.Id).Take(limit).ToListAsync(cancel);
        return await CardsAsync(db, rows, cancel);
    }

    /// <summary>Live suppliers in order of id, <paramref name="limit"/> (at most 200) after that id.</summary>
    public async Task<Page<Seller>> ListSellersAsync(string? after, int limit, CancellationToken cancel = default)
    {
        limit = Page<Seller>.Limit(limit);
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var sellers = LiveSellers(db);
        if (after is not null)
            sellers = sellers.Where(row => string.Compare(row.Id, after) > 0);

        var rows = await sellers.OrderBy(row => row.Id).Take(limit + 1).ToListAsync(cancel);
        return Page<Seller>.Of([.. rows.Select(row => row.ToEngine())], limit, seller => seller.Id);
    }

    /// <summary>Categories in order of path, <paramref name="limit"/> (at most 200) after that path.</summary>
    public async Task<Page<CategoryNode>> ListCategoriesAsync(string? after, int limit, CancellationToken cancel = default)
    {
        limit = Page<CategoryNode>.Limit(limit);
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var categories = db.Categories.AsNoTracking();
        if (after is not null)
            categories = categories.Where(row => string.Compare(row.Path, after) > 0);

        var rows = await categories.OrderBy(row => row.Path).Take(limit + 1).ToListAsync(cancel);
        return Page<CategoryNode>.Of([.. rows.Select(NodeOf)], limit, node => node.Category.Path);
    }

    private static IQueryable<ProductRow> LiveProducts(MarketDb db) => db.Products.AsNoTracking().Where(row => row.DeletedSequence == null);

    private static IQueryable<SellerRow> LiveSellers(MarketDb db) => db.Sellers.AsNoTracking().Where(row => row.DeletedSequence == null);

    private static CategoryNode NodeOf(CategoryRow row) => new(row.ToEngine(), JsonColumn.ReadPairs(row.NamesJson));

    private async Task<List<ProductCard>> CardsAsync(MarketDb db, List<ProductRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return [];

        // Suppliers apart and not joined: on a page many products share one.
        var sellerSlots = rows.Select(row => row.SellerSlot).Distinct().ToArray();
        var sellers = await db.Sellers.AsNoTracking().Where(row => EF.Parameter(sellerSlots).Contains(row.Slot)).ToListAsync(cancel);
        var sellerBySlot = sellers.ToDictionary(row => row.Slot, row => row.ToEngine());
        var tree = await TreeOfAsync(rows, cancel);
        return [.. rows.Select(row => new ProductCard(row.ToEngine(), sellerBySlot[row.SellerSlot], tree.Find(row.CategorySlot)!))];
    }

    // Rows that were committed a moment ago may stand in a category of which the feed has not told yet.
    private async Task<CategoryTree> TreeOfAsync(List<ProductRow> rows, CancellationToken cancel)
    {
        var tree = await CategoriesAsync(cancel);
        if (rows.TrueForAll(row => tree.Find(row.CategorySlot) is not null))
            return tree;

        _tree.Forget();
        return await CategoriesAsync(cancel);
    }

    private async Task<CategoryTree> LoadTreeAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.Categories.AsNoTracking().ToListAsync(cancel);
        return new CategoryTree([.. rows.Select(NodeOf)]);
    }
}
