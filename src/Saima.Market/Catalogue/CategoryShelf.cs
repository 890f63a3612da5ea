using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Catalogue;

/// <summary>Which categories do these paths name, and which have to be made? Lives as long as one chunk.</summary>
internal sealed class CategoryShelf
{
    private readonly MarketDb _db;
    private readonly CatalogueChange _change;
    private readonly Dictionary<string, CategoryRow> _rows;
    private int _nextSlot;

    private CategoryShelf(MarketDb db, CatalogueChange change, Dictionary<string, CategoryRow> rows, int nextSlot)
    {
        _db = db;
        _change = change;
        _rows = rows;
        _nextSlot = nextSlot;
    }

    public static async Task<CategoryShelf> OpenAsync(MarketDb db, CatalogueChange change, IReadOnlyCollection<string> paths, CancellationToken cancel)
    {
        var wanted = paths.SelectMany(CategoryPath.WithAncestors).Distinct(StringComparer.Ordinal).ToArray();
        var rows = await db.Categories.AsNoTracking().Where(row => EF.Parameter(wanted).Contains(row.Path)).ToListAsync(cancel);
        var nextSlot = await db.Categories.MaxAsync(row => (int?)row.Slot, cancel) + 1 ?? 0;
        return new CategoryShelf(db, change, rows.ToDictionary(row => row.Path, StringComparer.Ordinal), nextSlot);
    }

    public int? Find(string path) => _rows.TryGetValue(path, out var row) ? row.Slot : null;

    /// <summary>The category's slot; it and those above it are made if they are not there, from the root down, so that a parent's slot is the smaller.</summary>
    public int FindOrAdd(string path) =>
        Find(path) ?? Add(new CategoryDocument { Path = path }).Slot;

    /// <summary>True if this changed something.</summary>
    public bool Put(CategoryDocument document)
    {
        var hash = ContentHash.Of(document);
        if (!_rows.TryGetValue(document.Path, out var row))
        {
            Add(document);
            return true;
        }

        if (row.ContentHash == hash)
            return false;

        row.NamesJson = JsonColumn.WritePairs(document.Names);
        row.ContentHash = hash;
        row.ChangedSequence = _change.Sequence;

        // A parent made earlier in this chunk is still waiting to be inserted, and stays so.
        if (_db.Entry(row).State == EntityState.Detached)
            _db.Update(row);

        _change.Put(row);
        return true;
    }

    private CategoryRow Add(CategoryDocument document)
    {
        var row = new CategoryRow
        {
            ParentSlot = CategoryPath.Parent(document.Path) is { } parent ? FindOrAdd(parent) : null,
            Path = document.Path,
            NamesJson = JsonColumn.WritePairs(document.Names),
            ContentHash = ContentHash.Of(document),
            ChangedSequence = _change.Sequence,
        };
        row.Slot = _nextSlot++;
        _rows.Add(row.Path, row);
        _db.Add(row);
        _change.Put(row);
        return row;
    }
}
