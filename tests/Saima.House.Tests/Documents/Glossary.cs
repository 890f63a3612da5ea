using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

/// <summary>Does the glossary give every idea one word, in both languages?</summary>
internal static class Glossary
{
    public const int Least = 80;
    public const string Page = "docs/GLOSSARY.md";

    public static IEnumerable<Violation> Find(RepositoryFile page)
    {
        var rows = Rows(page);
        if (rows.Count < Least)
            yield return new Violation(page.Path, 0, $"has {rows.Count} terms; {Least} is the least");
        foreach (var row in rows.Where(row => row.Cells.Length != 3 || row.Cells.Any(cell => cell.Length == 0)))
            yield return new Violation(page.Path, row.Line, "a term needs English, 中文 and a meaning");
        foreach (var column in new[] { 0, 1 })
        {
            foreach (var twin in rows.Where(row => row.Cells.Length > column).GroupBy(row => row.Cells[column], StringComparer.OrdinalIgnoreCase).Where(term => term.Count() > 1))
                yield return new Violation(page.Path, twin.Last().Line, $"\"{twin.Key}\" stands here twice");
        }
    }

    /// <summary>The rows of all tables of the page.</summary>
    private static List<(int Line, string[] Cells)> Rows(RepositoryFile page) =>
        [.. Markdown.Headings(page).SelectMany(heading => Markdown.Table(page, heading.Line)).DistinctBy(row => row.Line)];
}
