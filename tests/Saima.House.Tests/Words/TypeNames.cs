using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

/// <summary>Do types say what they are, and not only that they do something?</summary>
internal static partial class TypeNames
{
    private static readonly string[] Anywhere = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Common", "Misc"];

    private static readonly string[] AtTheEnd = ["Base", "Data", "Info", "Impl", "Object"];

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        foreach (var file in files.Where(file => file.IsHandWritten))
        {
            foreach (var type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            {
                var words = WordsOf().Matches(type.Identifier.Text).Select(match => match.Value).ToList();
                var empty = words.Find(Anywhere.Contains) ?? AtTheEnd.FirstOrDefault(word => word == words[^1]);
                if (empty is not null)
                    yield return new Violation(file.Path, RepositoryFile.LineOf(type), $"{type.Identifier.Text}: \"{empty}\" says nothing");
            }
        }
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex WordsOf();
}
