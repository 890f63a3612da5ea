using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>One category as pages show it.</summary>
/// <param name="Names">The last name of the path by language tag; empty if only the path's own is known.</param>
public sealed record CategoryNode(Category Category, IReadOnlyList<KeyValuePair<string, string>> Names)
{
    /// <summary>The last name of the path.</summary>
    public string Name { get; } =
        CategoryPath.Parent(Category.Path) is { } parent ? Category.Path[(parent.Length + Category.Separator.Length)..] : Category.Path;

    /// <summary>The name in that language, or the path's own if none was given.</summary>
    public string NameIn(string language)
    {
        foreach (var (tag, name) in Names)
        {
            if (string.Equals(tag, language, StringComparison.OrdinalIgnoreCase))
                return name;
        }

        return Name;
    }
}
