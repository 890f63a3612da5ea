using System.Text.RegularExpressions;
using System.Xml.Linq;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

/// <summary>Does the program say everything in both languages, and only in resources?</summary>
internal static partial class Resources
{
    private static readonly string[] Languages = ["en", "zh"];

    /// <summary>Words that are the same in every language: the name, and the other language's own name in the switch.</summary>
    private static readonly string[] Names = ["赛马", "中文"];

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        var all = files.Where(file => file.IsSource).ToList();
        var texts = all.Where(file => file.Path.EndsWith(".resx", StringComparison.Ordinal)).ToList();
        return texts.GroupBy(file => Split().Match(file.Path).Groups["name"].Value, StringComparer.Ordinal)
            .SelectMany(group => Compare(group.Key, group.ToDictionary(LanguageOf, Entries, StringComparer.Ordinal)))
            .Concat(all.Where(IsPage).SelectMany(FindChinese));
    }

    private static string LanguageOf(RepositoryFile file) =>
        Split().Match(file.Path).Groups["language"].Value is { Length: > 0 } language ? language.Split('-')[0] : "en";

    private static bool IsPage(RepositoryFile file) =>
        file.Path.EndsWith(".cshtml", StringComparison.Ordinal) || file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal);

    private static IEnumerable<Violation> Compare(string name, Dictionary<string, Dictionary<string, string>> byLanguage)
    {
        var keys = byLanguage.Values.SelectMany(entries => entries.Keys).Distinct(StringComparer.Ordinal).ToList();
        foreach (var language in Languages)
        {
            var path = $"{name} ({language})";
            if (!byLanguage.TryGetValue(language, out var entries))
            {
                yield return new Violation(path, 0, "is missing");
                continue;
            }

            foreach (var key in keys.Where(key => !entries.TryGetValue(key, out var text) || text.Trim().Length == 0))
                yield return new Violation(path, 0, $"has no text for {key}");
            foreach (var key in entries.Keys.Where(key => byLanguage.Values.Any(other => other.TryGetValue(key, out var text) && Gaps(text) != Gaps(entries[key]))))
                yield return new Violation(path, 0, $"{key} has other gaps than in the other language");
        }
    }

    private static Dictionary<string, string> Entries(RepositoryFile file) => XDocument.Parse(file.Text).Descendants("data")
        .GroupBy(entry => (string?)entry.Attribute("name") ?? "", StringComparer.Ordinal)
        .ToDictionary(entry => entry.Key, entry => (string?)entry.Last().Element("value") ?? "", StringComparer.Ordinal);

    /// <summary>The places where values go, {0} and so on, in order of number.</summary>
    private static string Gaps(string text) =>
        string.Join(' ', Gap().Matches(text).Select(match => match.Groups["number"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<Violation> FindChinese(RepositoryFile file)
    {
        for (var line = 1; line <= file.LineCount; line++)
        {
            var text = Names.Aggregate(file.Lines[line - 1], (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));
            if (Han().IsMatch(text) && !text.TrimStart().StartsWith("//", StringComparison.Ordinal))
                yield return new Violation(file.Path, line, "has Chinese text; it belongs in the resources");
        }
    }

    [GeneratedRegex(@"^(?<name>.*?)(\.(?<language>[a-z]{2}(-[A-Za-z]+)*))?\.resx$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Split();

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();
}
