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
    /// <param name="tree">Whose names and children are read.</param>
    /// <param name="slot">The category.</param>
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
            var (byCategory, suppliers, currencies) = (new List<int>(), new HashSet<int>(), new Dictionary<string, int>(StringComparer.Ordinal));
            foreach (var product in snapshot.LiveProductsInAnyOrder())
            {
                while (byCategory.Count <= product.CategorySlot)
                    byCategory.Add(0);
                byCategory[product.CategorySlot]++;
                suppliers.Add(product.SellerSlot);
                if (product.Price is { } price)
                    currencies[price.Currency] = currencies.GetValueOrDefault(price.Currency) + 1;
            }

            int? fullest = byCategory.Count == 0 ? null : byCategory.IndexOf(byCategory.Max());
            for (var slot = byCategory.Count - 1; slot >= 0; slot--)
            {
                if (snapshot.FindCategory(slot)!.ParentSlot is var parent and >= 0)
                    byCategory[parent] += byCategory[slot];
            }

            var currency = currencies.Count == 0 ? "USD" : currencies.MaxBy(count => count.Value).Key;
            return new Counted(snapshot, snapshot.LiveProducts, suppliers.Count, [.. byCategory], fullest, currency);
        }
    }
}
