using Saima.Storefront.Views;

namespace Saima.Storefront;

/// <summary>What do the lists of a search and of a category have in common, for the partial that shows both?</summary>
/// <param name="Path">Address of the page without its query.</param>
/// <param name="Ask">What the address asks for.</param>
/// <param name="Results">What the market answered.</param>
/// <param name="UnreadableFields">Names of the address's fields that could not be read and were left out.</param>
public sealed record ResultsPage(string Path, SearchAsk Ask, ResultsView Results, IReadOnlyCollection<string> UnreadableFields)
{
    /// <summary>True if the page is a category's own, so that narrower categories are pages too.</summary>
    public bool IsCategoryPage => Path.StartsWith("/category/", StringComparison.Ordinal);

    /// <summary>Where the narrower category's results are.</summary>
    public string LinkTo(CategoryView category) => IsCategoryPage
        ? (Ask with { Cursor = null }).LinkFrom(category.Url)
        : (Ask with { Category = category.Path, Cursor = null }).LinkFrom(Path);

    /// <summary>The same list from <paramref name="cursor"/> on; null = from its first place.</summary>
    public string LinkAt(string? cursor) => (Ask with { Cursor = cursor }).LinkFrom(Path);

    /// <summary>The same words with no condition.</summary>
    public string LinkWithoutFilters() => Ask.WithoutFilters().LinkFrom(Path);
}
