using System.Globalization;
using Saima.Engine.Catalogue;
using Saima.Market.Catalogue;
using Saima.Market.Traffic;
using Saima.Storefront.Views;

namespace Saima.Storefront.Window;

/// <summary>How much stands on which shelf? Counted once for every state of the catalogue.</summary>
public sealed class Shelves(LiveEngine engine, ReadCatalogue catalogue)
{
    private Counted? _counted;

    /// <summary>The currency in which most products are priced; USD in an empty market.</summary>
    public string Currency => Count().Currency;

    /// <summary>Products and suppliers with products.</summary>
    public (int Products, int Suppliers) Totals => (Count().Products, Count().Suppliers);

    /// <summary>Products of each category and of all below it, by category slot.</summary>
    public IReadOnlyList<int> ByCategory => Count().ByCategory;

    /// <summary>Slot of the category that itself holds most products; null in an empty market.</summary>
    public int? Fullest => Count().Fullest;

    /// <summary>The tree, for names and parents.</summary>
    public ValueTask<CategoryTree> TreeAsync(CancellationToken cancel) => catalogue.CategoriesAsync(cancel);

    /// <summary>A category as pages show it, with its children that hold something, largest first.</summary>
    /// <param name="tree">All categories.</param>
    /// <param name="slot">Which of them.</param>
    /// <param name="counts">Products by category slot, those below it included.</param>
    /// <param name="depth">How many levels of children to show.</param>
    public static CategoryView ViewOf(CategoryTree tree, int slot, IReadOnlyList<int> counts, int depth)
    {
        var children = depth == 0 ? [] : tree.ChildrenOf(slot)
            .Where(child => CountOf(counts, child.Category.Slot) > 0)
            .OrderByDescending(child => CountOf(counts, child.Category.Slot))
            .Select(child => ViewOf(tree, child.Category.Slot, counts, depth - 1));
        return new CategoryView(tree.Find(slot)!.Category.Path, CountOf(counts, slot), [.. children]) { Shown = ShownNames(tree, slot) };
    }

    /// <summary>Adds to each category what lies below it.</summary>
    public static int[] WithBelow(CategoryTree tree, IReadOnlyList<int> direct)
    {
        // A parent's slot is always smaller than its children's.
        var counts = direct.ToArray();
        for (var slot = counts.Length - 1; slot >= 0; slot--)
        {
            if (tree.Find(slot)?.Category.ParentSlot is { } parent and >= 0)
                counts[parent] += counts[slot];
        }

        return counts;
    }

    private static int CountOf(IReadOnlyList<int> counts, int slot) => slot < counts.Count ? counts[slot] : 0;

    private static string[] ShownNames(CategoryTree tree, int slot) =>
        [.. tree.TrailOf(slot).Select(node => node.NameIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName))];

    private Counted Count()
    {
        var snapshot = engine.Current.Snapshot;
        if (_counted is { } counted && counted.Of == snapshot)
            return counted;
        return _counted = Counted.Over(snapshot);
    }

    private sealed record Counted(Snapshot Of, int Products, int Suppliers, int[] ByCategory, int? Fullest, string Currency)
    {
        public static Counted Over(Snapshot snapshot)
        {
            var shelves = ShelfCounts.Of(snapshot);
            var byCategory = (int[])shelves.ByCategory.Clone();
            int? fullest = byCategory.Length == 0 ? null : Array.IndexOf(byCategory, byCategory.Max());
            for (var slot = byCategory.Length - 1; slot >= 0; slot--)
            {
                if (snapshot.FindCategory(slot)!.ParentSlot is var parent and >= 0)
                    byCategory[parent] += byCategory[slot];
            }

            var currency = shelves.ByCurrency.Values.All(count => count == 0) ? "USD" : shelves.ByCurrency.MaxBy(count => count.Value).Key;
            return new Counted(snapshot, snapshot.LiveProducts, shelves.Suppliers, byCategory, fullest, currency);
        }
    }
}
