using Saima.Engine.Catalogue;

namespace Saima.Storefront.Views;

/// <summary>One shelf of the market: how is it called, where is it, how much stands on it?</summary>
/// <param name="Path">Names from the root, as <see cref="Category.Path"/> writes them.</param>
/// <param name="Products">Products on the shelf and below it; null if nobody counted.</param>
/// <param name="Children">The shelves directly below, largest first; empty at a leaf or where the page does not show them.</param>
public sealed record CategoryView(string Path, int? Products, IReadOnlyList<CategoryView> Children)
{
    /// <summary>The last name of the path.</summary>
    public string Name => Names[^1];

    /// <summary>All names from the root, in the reader's language where they are known in it.</summary>
    public string[] Names => Shown ?? Path.Split(Category.Separator);

    /// <summary>The names to show in place of the path's own; null = the path's own.</summary>
    public string[]? Shown { get; init; }

    /// <summary>The page of this shelf.</summary>
    public string Url => CategoryUrl.Of(Path);
}
