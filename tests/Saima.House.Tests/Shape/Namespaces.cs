using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

/// <summary>Does the namespace of a file say in which folder it lies?</summary>
internal static class Namespaces
{
    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        foreach (var file in files.Where(file => file.IsHandWritten && file.Project.Length > 0))
        {
            var expected = Expected(file);
            foreach (var declared in file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            {
                if (declared.Name.ToString() != expected)
                    yield return new Violation(file.Path, RepositoryFile.LineOf(declared), $"is in namespace {declared.Name}; its folder says {expected}");
            }
        }
    }

    private static string Expected(RepositoryFile file) => string.Join('.', file.Path.Split('/')[1..^1]);
}
