using System.Text.RegularExpressions;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

/// <summary>Can a reader type what the README tells him to type?</summary>
internal static partial class Commands
{
    private static readonly string[] Pages = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"];

    public static IEnumerable<Violation> Find(IReadOnlyCollection<RepositoryFile> files)
    {
        foreach (var page in files.Where(file => Pages.Contains(file.Path)))
        {
            foreach (var (line, text) in Markdown.Fenced(page))
            {
                foreach (var path in PathsIn().Matches(text).Select(match => match.Value.TrimEnd('.', ',')).Where(path => !Exists(path, files)))
                    yield return new Violation(page.Path, line, $"names {path}, which is not there");
                if (VerbOf().Match(text) is { Success: true } match && !HasCommand(match.Groups["verb"].Value, files))
                    yield return new Violation(page.Path, line, $"tells to run saima {match.Groups["verb"].Value}, which is no command");
            }
        }
    }

    private static bool Exists(string path, IEnumerable<RepositoryFile> files)
    {
        var plain = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return files.Any(file => file.Path == plain || file.Path.StartsWith(plain.TrimEnd('/') + "/", StringComparison.Ordinal));
    }

    /// <summary>A command has a file of its own: <c>serve</c> is ServeCommand.cs.</summary>
    private static bool HasCommand(string verb, IEnumerable<RepositoryFile> files) => files.Any(file =>
        file.IsIn("Saima", "CommandLine") && file.Name.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && file.Name.Contains("Command", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\w/.-])(\./[\w.-]+|(src|tests|bench|docs|\.ci)/[\w./-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathsIn();

    [GeneratedRegex(@"(^|\$ )(saima|dotnet run .*src/Saima( -c \w+)? --) (?<verb>[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VerbOf();
}
