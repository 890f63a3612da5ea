using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

/// <summary>Does every public type of src say in a sentence what it answers?</summary>
internal static class PublicSummaries
{
    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        var types = files
            .Where(file => file.IsSource && file.IsHandWritten)
            .SelectMany(file => file.Syntax.DescendantNodes(Outside).OfType<MemberDeclarationSyntax>().Where(IsPublicType).Select(type => (file, type)))
            .GroupBy(found => (Namespace(found.file), NameOf(found.type)));

        foreach (var parts in types)
        {
            // A partial type says it once.
            if (parts.Any(part => IsSentence(SummaryOf(part.type))))
                continue;
            var (file, type) = parts.First();
            yield return new Violation(file.Path, RepositoryFile.LineOf(type), $"{NameOf(type)} does not say in a sentence what it answers");
        }
    }

    /// <summary>The words of the summary, markup removed, or null if there is none.</summary>
    public static string? SummaryOf(SyntaxNode type) => type.GetLeadingTrivia()
        .Select(trivia => trivia.GetStructure())
        .OfType<DocumentationCommentTriviaSyntax>()
        .SelectMany(comment => comment.Content.OfType<XmlElementSyntax>())
        .Where(element => element.StartTag.Name.ToString() == "summary")
        .Select(DocumentationTags.WordsIn)
        .FirstOrDefault();

    private static bool IsSentence(string? summary) =>
        summary is not null && summary.Split(' ').Length >= 3 && ".?!".Contains(summary[^1], StringComparison.Ordinal);

    private static bool Outside(SyntaxNode node) => node is not (BlockSyntax or StatementSyntax or ExpressionSyntax);

    private static bool IsPublicType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
        && member.Modifiers.Any(SyntaxKind.PublicKeyword)
        && member.Parent is not BaseTypeDeclarationSyntax;

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => type.Kind().ToString(),
    };

    private static string Namespace(RepositoryFile file) => string.Join('/', file.Path.Split('/')[..^1]);
}
