using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Purity;

/// <summary>Does vector and unsafe code stay behind the door of the engine's Kernels?</summary>
internal static class KernelCode
{
    private static readonly string[] Namespaces = ["System.Runtime.Intrinsics"];

    private static readonly string[] Names =
        ["Unsafe", "MemoryMarshal", "Vector", "Vector64", "Vector128", "Vector256", "Vector512", "Vector2", "Vector3", "Vector4"];

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        foreach (var file in files.Where(file => file.IsSource && file.IsHandWritten && !file.IsIn("Saima.Engine", "Kernels")))
        {
            foreach (var token in file.Syntax.DescendantTokens().Where(IsUnsafe))
                yield return new Violation(file.Path, RepositoryFile.LineOf(token.Parent!), $"{token.Text} belongs in Kernels");
            foreach (var directive in file.Syntax.DescendantNodes().OfType<UsingDirectiveSyntax>().Where(IsVector))
                yield return new Violation(file.Path, RepositoryFile.LineOf(directive), $"{directive.NamespaceOrType} belongs in Kernels");
        }
    }

    private static bool IsUnsafe(SyntaxToken token) =>
        token.IsKind(SyntaxKind.UnsafeKeyword)
        || (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax && Names.Contains(token.Text) && !IsMember(token.Parent));

    /// <summary>True for the name after a dot of something other than a namespace, such as a property called Vector.</summary>
    private static bool IsMember(SyntaxNode name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name && !access.Expression.ToString().StartsWith("System.", StringComparison.Ordinal);

    private static bool IsVector(UsingDirectiveSyntax directive) =>
        Array.Exists(Namespaces, start => directive.NamespaceOrType.ToString().StartsWith(start, StringComparison.Ordinal));
}
