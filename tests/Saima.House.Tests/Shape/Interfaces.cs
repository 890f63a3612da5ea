using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

/// <summary>Has every interface at least two types of src behind it?</summary>
internal static class Interfaces
{
    /// <summary>Interfaces that may have one: name → reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Excepted = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["IEventStore"] = "one implementation a database: the embedded SQLite now, PostgreSQL beside it",
    };

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        var source = files.Where(file => file.IsSource && file.IsHandWritten).ToList();
        var behind = source
            .SelectMany(file => file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => type is not InterfaceDeclarationSyntax)
            .SelectMany(type => type.BaseList?.Types.Select(basis => SimpleName(basis.Type)) ?? [])
            .ToLookup(name => name, StringComparer.Ordinal);

        foreach (var file in source)
        {
            foreach (var declared in file.Syntax.DescendantNodes().OfType<InterfaceDeclarationSyntax>())
            {
                var name = declared.Identifier.Text;
                if (behind[name].Count() < 2 && !Excepted.ContainsKey(name))
                    yield return new Violation(file.Path, RepositoryFile.LineOf(declared), $"{name} has {behind[name].Count()} types behind it: use the type itself");
            }
        }
    }

    private static string SimpleName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => type.ToString(),
    };
}
