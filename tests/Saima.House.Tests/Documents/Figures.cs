using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

/// <summary>Are the numbers that the README shows the numbers that were measured and committed?</summary>
/// <remarks>
/// A file of bench/results is <c>{"cpu":…,"date":"2026-01-31","figures":[{"name":…,"value":…,"unit":…,"text":…}]}</c>. In the README
/// <c>&lt;!-- figures: bench/results/X.json --&gt;</c> stands before a table: each row's first cell is a figure's name, and the row holds its text.
/// </remarks>
internal static partial class Figures
{
    private static readonly string[] Pages = ["README.md", "README.zh-CN.md"];

    public static IEnumerable<Violation> Find(IReadOnlyCollection<RepositoryFile> files)
    {
        foreach (var result in files.Where(IsResult))
        {
            foreach (var message in ProblemsOf(result))
                yield return new Violation(result.Path, 0, message);
        }

        if (files.Any(IsResult) && files.FirstOrDefault(file => file.Path == Pages[0]) is { } readme && !Markers().IsMatch(readme.Text))
            yield return new Violation(readme.Path, 0, "shows none of the committed results");
        foreach (var page in files.Where(file => Pages.Contains(file.Path)))
        {
            foreach (var violation in FindIn(page, files))
                yield return violation;
        }
    }

    private static bool IsResult(RepositoryFile file) =>
        file.Path.StartsWith("bench/results/", StringComparison.Ordinal) && file.Path.EndsWith(".json", StringComparison.Ordinal);

    private static IEnumerable<Violation> FindIn(RepositoryFile page, IReadOnlyCollection<RepositoryFile> files)
    {
        foreach (Match marker in Markers().Matches(page.Text))
        {
            var line = page.Text.AsSpan(0, marker.Index).Count('\n') + 1;
            var result = files.FirstOrDefault(file => file.Path == marker.Groups["path"].Value);
            if (result is null || ProblemsOf(result).Any())
            {
                yield return new Violation(page.Path, line, $"shows {marker.Groups["path"].Value}, which is not there or not valid");
                continue;
            }

            var measured = Measurement.Read(result);
            if (!page.Text.Contains(measured.Cpu, StringComparison.Ordinal))
                yield return new Violation(page.Path, line, $"does not name the processor, {measured.Cpu}");
            var rows = Markdown.Table(page, line).ToList();
            foreach (var row in rows.Where(row => !measured.Figures.Exists(figure => Shows(row.Cells, figure))))
                yield return new Violation(page.Path, row.Line, $"\"{row.Cells[0]}\" is not what {result.Path} says");
            foreach (var figure in measured.Figures.Where(figure => !rows.Exists(row => row.Cells[0] == figure.Name)))
                yield return new Violation(page.Path, line, $"leaves out \"{figure.Name}\" of {result.Path}");
        }
    }

    private static bool Shows(string[] cells, Figure figure) => cells[0] == figure.Name && cells.Skip(1).Any(cell => cell.Contains(figure.Text, StringComparison.Ordinal));

    /// <summary>What is wrong with a file of results, in words.</summary>
    private static List<string> ProblemsOf(RepositoryFile file)
    {
        try
        {
            var measured = Measurement.Read(file);
            List<string> problems = [.. measured.Figures.Where(figure => !TellsItsValue(figure)).Select(figure => $"{figure.Name}: \"{figure.Text}\" does not say {figure.Value} {figure.Unit}")];
            if (measured.Cpu.Length == 0 || !DateOnly.TryParseExact(measured.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                problems.Add("needs the processor and the date (2026-01-31)");
            if (measured.Figures.Count == 0)
                problems.Add("has no figures");
            return problems;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return [$"is not a file of results: {error.Message}"];
        }
    }

    /// <summary>True if the text's first number is the value, rounded to the digits shown, and the unit is named.</summary>
    private static bool TellsItsValue(Figure figure)
    {
        var shown = Number().Match(figure.Text).Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (!decimal.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return false;
        var digits = shown.Contains('.', StringComparison.Ordinal) ? shown.Length - shown.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Math.Abs(number - figure.Value) <= 0.5m / (decimal)Math.Pow(10, digits) && figure.Text.Contains(figure.Unit, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<!--\s*figures:\s*(?<path>\S+)\s*-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markers();

    [GeneratedRegex(@"-?\d[\d, ]*(?<!\s)(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
