using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

/// <summary>Does every method fit on a screen?</summary>
internal static class MethodSizes
{
    public const int Most = 60;
    public const int MostOfKernel = 120;

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        foreach (var file in files.Where(file => file.IsHandWritten))
        {
            var most = file.IsIn("Saima.Engine", "Kernels") ? MostOfKernel : Most;
            foreach (var body in file.Syntax.DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax))
            {
                var lines = Lines(body);
                if (lines > most)
                    yield return new Violation(file.Path, RepositoryFile.LineOf(body), $"{NameOf(body)} has {lines} lines; {most} is the most");
            }
        }
    }

    /// <summary>From the signature to the closing brace; doc comments and attributes above do not count.</summary>
    private static int Lines(SyntaxNode method)
    {
        var first = method.ChildNodesAndTokens().First(child => !child.AsNode().IsAttribute());
        var start = first.GetLocation()!.GetLineSpan().StartLinePosition.Line;
        return method.GetLocation().GetLineSpan().EndLinePosition.Line - start + 1;
    }

    private static bool IsAttribute(this SyntaxNode? node) => node is AttributeListSyntax;

    private static string NameOf(SyntaxNode method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
        _ => "an operator",
    };
}
