using System.Text.RegularExpressions;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Packages;

/// <summary>Is every package pinned in one place, with a reason, and used?</summary>
internal static partial class PackageLines
{
    private const string Central = "Directory.Packages.props";

    public static IEnumerable<Violation> Find(IReadOnlyCollection<RepositoryFile> files)
    {
        var central = files.Single(file => file.Path == Central);
        var pinned = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var line = 1; line <= central.LineCount; line++)
        {
            if (Pinned().Match(central.Lines[line - 1]) is not { Success: true } match)
                continue;
            if (!pinned.TryAdd(match.Groups["name"].Value, line))
                yield return new Violation(Central, line, $"{match.Groups["name"].Value} is pinned twice");
            if (match.Groups["reason"].Value.Trim().Length < 10)
                yield return new Violation(Central, line, $"{match.Groups["name"].Value} has no reason beside it");
        }

        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var violation in References(files, pinned, used))
            yield return violation;
        foreach (var (name, line) in pinned.Where(package => !used.Contains(package.Key)))
            yield return new Violation(Central, line, $"{name} is used by no project");
    }

    private static IEnumerable<Violation> References(IEnumerable<RepositoryFile> files, Dictionary<string, int> pinned, HashSet<string> used)
    {
        foreach (var file in files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal) || file.Name == "Directory.Build.props"))
        {
            for (var line = 1; line <= file.LineCount; line++)
            {
                if (Referenced().Match(file.Lines[line - 1]) is not { Success: true } match)
                    continue;
                used.Add(match.Groups["name"].Value);
                if (!pinned.ContainsKey(match.Groups["name"].Value))
                    yield return new Violation(file.Path, line, $"{match.Groups["name"].Value} is not pinned in {Central}");
                if (match.Value.Contains("Version=", StringComparison.Ordinal))
                    yield return new Violation(file.Path, line, $"{match.Groups["name"].Value}: versions stand in {Central} only");
            }
        }
    }

    [GeneratedRegex("""<PackageVersion\s+Include="(?<name>[^"]+)"[^>]*/>\s*(<!--(?<reason>.*?)-->)?""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinned();

    [GeneratedRegex("""<PackageReference\s+Include="(?<name>[^"]+)"[^>]*>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Referenced();
}
