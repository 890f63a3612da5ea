using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>Which names does a category's path hold, and which categories stand above it?</summary>
public static class CategoryPath
{
    public const int MaxDepth = 6;
    public const int MaxNameLength = 80;

    /// <summary>The path with its names trimmed and joined in the one way in which paths are stored, or null with the fault.</summary>
    public static string? Canonical(string text, out string? fault)
    {
        var names = text.Split('>');
        fault = names.Length > MaxDepth ? $"must be at most {MaxDepth} names deep" : null;
        for (var i = 0; i < names.Length && fault is null; i++)
        {
            names[i] = names[i].Trim();
            if (PlainText.Clean(names[i], 1, MaxNameLength, manyLines: true, out var nameFault) is null)
                fault = $"must have names of 1 to {MaxNameLength} characters between each >: name {i + 1} {nameFault}";
            else if (names[i].AsSpan().ContainsAny('\t', '\n', '\r'))
                fault = $"must not contain control characters: name {i + 1}";
        }

        return fault is null ? string.Join(Category.Separator, names) : null;
    }

    /// <summary>The path itself and everything above it, from the root down.</summary>
    public static IEnumerable<string> WithAncestors(string path)
    {
        for (var at = path.IndexOf(Category.Separator, StringComparison.Ordinal); at >= 0;
             at = path.IndexOf(Category.Separator, at + Category.Separator.Length, StringComparison.Ordinal))
        {
            yield return path[..at];
        }

        yield return path;
    }

    /// <summary>The path of the category above, or null at the root.</summary>
    public static string? Parent(string path) =>
        path.LastIndexOf(Category.Separator, StringComparison.Ordinal) is var at && at < 0 ? null : path[..at];
}
