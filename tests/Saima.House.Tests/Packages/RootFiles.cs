using System.Text.RegularExpressions;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Packages;

/// <summary>Does the first thing that a visitor sees, the root, hold only what belongs there, and the solution all projects?</summary>
internal static partial class RootFiles
{
    private static readonly string[] Files =
    [
        "README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE",
        "Saima.slnx", "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "test.sh",
        ".editorconfig", ".gitattributes", ".gitignore", ".dockerignore",
    ];

    private static readonly string[] Folders = ["src", "tests", "bench", "docs", ".ci", ".config"];

    public static IEnumerable<Violation> Find(IReadOnlyCollection<RepositoryFile> files)
    {
        foreach (var file in files)
        {
            var parts = file.Path.Split('/', 2);
            if (parts.Length == 1 ? !Files.Contains(parts[0]) : !Folders.Contains(parts[0]))
                yield return new Violation(file.Path, 0, "does not belong at the root");
        }

        var solution = files.Single(file => file.Path == "Saima.slnx");
        var listed = Projects().Matches(solution.Text).Select(match => match.Groups["path"].Value).ToHashSet(StringComparer.Ordinal);
        var present = files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in present.Except(listed))
            yield return new Violation(path, 0, "is in no solution: nothing builds or tests it");
        foreach (var path in listed.Except(present))
            yield return new Violation("Saima.slnx", 0, $"names {path}, which is not there");
    }

    [GeneratedRegex("""<Project\s+Path="(?<path>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Projects();
}
