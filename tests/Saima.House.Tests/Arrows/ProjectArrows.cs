using System.Text.RegularExpressions;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Arrows;

/// <summary>Does every project refer only to the storeys below it?</summary>
internal static partial class ProjectArrows
{
    /// <summary>The storeys, top first: each may refer to what is named here and to nothing else of ours.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayRefer = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Saima"] = ["Saima.Market.Sqlite", "Saima.Market", "Saima.Engine"],
        ["Saima.Market.Sqlite"] = ["Saima.Market", "Saima.Engine"],
        ["Saima.Market"] = ["Saima.Engine"],
        ["Saima.Engine"] = [],
        ["Saima.House.Tests"] = [],
    };

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        foreach (var file in files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            var known = MayRefer.TryGetValue(file.Project, out var below);
            if (!known && file.IsSource)
                yield return new Violation(file.Path, 0, "is a storey without a line in the table of arrows");

            foreach (var target in References().Matches(file.Text).Select(match => match.Groups["name"].Value))
            {
                if (known && !below!.Contains(target))
                    yield return new Violation(file.Path, 0, $"refers to {target}, which does not lie below it");
            }
        }
    }

    [GeneratedRegex("""<ProjectReference\s+Include="[^"]*?(?<name>[^"/\\]+)\.csproj""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();
}
