using Saima.Market.Catalogue;
using Saima.Storefront.Views;

namespace Saima.Storefront.Window;

/// <summary>What stands in the market today, for someone who has not asked for anything yet?</summary>
public sealed class ShowHome(Shelves shelves)
{
    private const int Examples = 4;
    private const int MostChildren = 6;

    public async Task<HomeView> RunAsync(CancellationToken cancel)
    {
        var tree = await shelves.TreeAsync(cancel);
        var counts = shelves.ByCategory;
        var (products, suppliers) = shelves.Totals;
        var tops = tree.Roots
            .Select(root => Shelves.ViewOf(tree, root.Category.Slot, counts, depth: 1))
            .Where(view => view.Products > 0)
            .OrderByDescending(view => view.Products)
            .Select(view => view with { Children = [.. view.Children.Take(MostChildren)] });
        return new HomeView(products, suppliers, [.. tops], [.. ExampleQueries(tree, counts)]);
    }

    // The names of the fullest shelves: words that certainly find something here.
    private static IEnumerable<string> ExampleQueries(CategoryTree tree, IReadOnlyList<int> counts) =>
        Enumerable.Range(0, counts.Count)
            .Where(slot => counts[slot] > 0 && !tree.ChildrenOf(slot).Any())
            .OrderByDescending(slot => counts[slot])
            .Select(slot => tree.Find(slot)!.Name.ToLowerInvariant())
            .Where(name => name is not "other")
            .Distinct(StringComparer.Ordinal)
            .Take(Examples);
}
