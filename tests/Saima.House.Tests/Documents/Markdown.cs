using System.Text.RegularExpressions;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

/// <summary>What does a Markdown file say: links, headings, fenced lines, rows of tables?</summary>
internal static partial class Markdown
{
    /// <summary>Targets of links and pictures outside fenced blocks and code spans.</summary>
    public static IEnumerable<(int Line, string Target)> Links(RepositoryFile file) =>
        from row in Rows(file)
        where !row.Fenced
        from match in Link().Matches(CodeSpan().Replace(row.Text, ""))
        select (row.Line, match.Groups["target"].Value);

    public static IEnumerable<(int Line, int Level, string Title)> Headings(RepositoryFile file) =>
        from row in Rows(file)
        where !row.Fenced
        let match = Heading().Match(row.Text)
        where match.Success
        select (row.Line, match.Groups["marks"].Length, match.Groups["title"].Value.Trim());

    /// <summary>Lines inside fenced blocks.</summary>
    public static IEnumerable<(int Line, string Text)> Fenced(RepositoryFile file) =>
        Rows(file).Where(row => row.Fenced).Select(row => (row.Line, row.Text));

    /// <summary>Cells of the rows of the first table after a line; without its heading and its ruler.</summary>
    public static IEnumerable<(int Line, string[] Cells)> Table(RepositoryFile file, int afterLine) => Rows(file)
        .Where(row => row.Line > afterLine)
        .SkipWhile(row => !row.Text.StartsWith('|'))
        .TakeWhile(row => row.Text.StartsWith('|'))
        .Skip(2)
        .Select(row => (row.Line, Cells(row.Text)));

    /// <summary>The anchor that a heading gets on the web.</summary>
    public static string Anchor(string title) => string.Concat(title.ToLowerInvariant()
        .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')
        .Select(letter => letter == ' ' ? '-' : letter));

    private static string[] Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static IEnumerable<(int Line, string Text, bool Fenced)> Rows(RepositoryFile file)
    {
        var fenced = false;
        for (var line = 1; line <= file.LineCount; line++)
        {
            var text = file.Lines[line - 1];
            if (text.TrimStart().StartsWith("```", StringComparison.Ordinal))
                fenced = !fenced;
            else
                yield return (line, text, fenced);
        }
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(\s+""[^""]*"")?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, 1000)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^(?<marks>#{1,6})\s+(?<title>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
