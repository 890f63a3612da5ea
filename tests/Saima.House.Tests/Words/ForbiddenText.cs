using System.Text.RegularExpressions;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

/// <summary>Does any file hold words that have no place in it: leftovers, addresses of registries, talk of how it was written?</summary>
/// <remarks>The house tests themselves are not searched: they have to name what they look for.</remarks>
internal static partial class ForbiddenText
{
    public const string OwnFolder = "tests/Saima.House.Tests/";

    private static readonly (Regex Words, string Reason)[] Rules =
    [
        (Leftovers(), "finish it or delete it"),
        (Regions(), "a file that needs folding is two files"),
        (Registries(), "restore and install through the configured sources; an address here would not work everywhere"),
        (Authorship(), "say what it is, not how it was written"),
        (WorkPlaces(), "paths and papers of somebody's desk mean nothing to a reader"),
    ];

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        foreach (var file in files.Where(file => !file.Path.StartsWith(OwnFolder, StringComparison.Ordinal)))
        {
            foreach (var (words, reason) in Rules)
            {
                foreach (Match match in words.Matches(file.Text))
                    yield return new Violation(file.Path, file.Text.AsSpan(0, match.Index).Count('\n') + 1, $"\"{match.Value}\": {reason}");
            }
        }
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Leftovers();

    [GeneratedRegex(@"^\s*#\s*region\b", RegexOptions.Multiline, 5000)]
    private static partial Regex Regions();

    [GeneratedRegex(
        @"\b(nuget\.org|npmjs\.(org|com)|registry\.yarnpkg\.com|pypi\.org|crates\.io|proxy\.golang\.org|(deb|security|ftp)\.debian\.org|archive\.ubuntu\.com|docker\.io|ghcr\.io|mcr\.microsoft\.com)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        5000)]
    private static partial Regex Registries();

    [GeneratedRegex(
        @"\b(AI[- ](generated|written|assisted)|(?-i:Claude|Anthropic|Copilot|Codex)|co-authored-by|(coding|sub-?|another|other|helper) ?agents?|language models?|LLMs?|as an AI|(this|last|next|coding) session|vibe.cod\w+)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        5000)]
    private static partial Regex Authorship();

    [GeneratedRegex(@"(/work/(wt|main|shared)|/tmp/prompts|\bworktrees?\b|\bthe brief\b|\bin this issue\b|\bmilestone \d)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex WorkPlaces();
}
