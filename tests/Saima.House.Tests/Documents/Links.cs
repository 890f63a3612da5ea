using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

/// <summary>Does every link of the documents lead to a file and a heading that exist?</summary>
internal static class Links
{
    public static IEnumerable<Violation> Find(IReadOnlyCollection<RepositoryFile> files, Func<string, bool> exists)
    {
        var pages = files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var page in pages.Values)
        {
            foreach (var (line, target) in Markdown.Links(page).Where(link => !IsElsewhere(link.Target)))
            {
                var parts = target.Split('#', 2);
                var path = parts[0].Length == 0 ? page.Path : Resolve(page.Path, parts[0]);
                if (!exists(path))
                    yield return new Violation(page.Path, line, $"links to {target}, which is not there");
                else if (parts.Length == 2 && pages.TryGetValue(path, out var linked) && !HasAnchor(linked, parts[1]))
                    yield return new Violation(page.Path, line, $"links to {target}; no heading of {path} is called so");
            }
        }
    }

    private static bool IsElsewhere(string target) =>
        target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal);

    private static bool HasAnchor(RepositoryFile page, string anchor) =>
        Markdown.Headings(page).Any(heading => Markdown.Anchor(heading.Title) == Uri.UnescapeDataString(anchor));

    private static string Resolve(string from, string target)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in target.TrimEnd('/').Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
