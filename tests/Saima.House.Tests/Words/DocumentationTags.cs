using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

/// <summary>Does every documentation tag say more than the name it stands for?</summary>
internal static partial class DocumentationTags
{
    private static readonly string[] Fillers = ["the", "a", "an", "of", "this"];

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files) =>
        from file in files
        where file.IsHandWritten
        from comment in file.Syntax.DescendantNodes(descendIntoTrivia: true).OfType<DocumentationCommentTriviaSyntax>()
        from node in comment.Content
        where Problem(node) is not null
        select new Violation(file.Path, RepositoryFile.LineOf(node), Problem(node)!);

    /// <summary>The text between the tags on one line; references count by their last name.</summary>
    public static string WordsIn(XmlElementSyntax element)
    {
        var text = Slashes().Replace(element.Content.ToString(), " ");
        text = References().Replace(text, match => match.Groups["name"].Value.Split('.')[^1]);
        return Spaces().Replace(Tags().Replace(text, ""), " ").Trim();
    }

    private static string? Problem(XmlNodeSyntax node) => node switch
    {
        XmlEmptyElementSyntax empty when empty.Name.ToString() is not ("inheritdoc" or "see" or "include" or "br") => $"<{empty.Name}/> is empty",
        XmlElementSyntax element when WordsIn(element).Length == 0 => $"<{element.StartTag.Name}> is empty",
        XmlElementSyntax element when RepeatsItsName(element) => $"<{element.StartTag.Name}> only repeats the name",
        _ => null,
    };

    private static bool RepeatsItsName(XmlElementSyntax element)
    {
        var name = element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().FirstOrDefault()?.Identifier.Identifier.Text
            ?? (((DocumentationCommentTriviaSyntax)element.Parent!).ParentTrivia.Token.Parent?.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text ?? "");
        return Plain(WordsIn(element)) == Plain(Capitals().Replace(name, " $0"));
    }

    private static string Plain(string words) => string.Concat(
        Letters().Matches(words).Select(match => match.Value.ToLowerInvariant()).Where(word => !Fillers.Contains(word)));

    [GeneratedRegex(@"(^|\n)\s*///", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slashes();

    [GeneratedRegex("""<(see|paramref|typeparamref|seealso)\s+(cref|name|langword|href)="(?<name>[^"]*)"\s*/>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\p{L}+|\d+", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}
