using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

/// <summary>Does a type ask for little enough to be made, and vary by little enough to be understood?</summary>
internal static class Parameters
{
    public const int MostOfConstructor = 5;
    public const int MostTypeParameters = 2;

    /// <summary>Constructors that a framework's own base class makes longer: type → reason. Never more than 7.</summary>
    public static readonly IReadOnlyDictionary<string, string> Excepted = new Dictionary<string, string>(StringComparer.Ordinal);

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        foreach (var file in files.Where(file => file.IsHandWritten))
        {
            foreach (var node in file.Syntax.DescendantNodes())
            {
                if (ConstructorOf(node) is { } made && made.Count > Allowed(made.Type))
                    yield return new Violation(file.Path, RepositoryFile.LineOf(node), $"{made.Type} takes {made.Count} parameters to make; {Allowed(made.Type)} is the most");
                if (node is TypeParameterListSyntax list && list.Parameters.Count > MostTypeParameters)
                    yield return new Violation(file.Path, RepositoryFile.LineOf(node), $"{list.Parameters.Count} type parameters; {MostTypeParameters} is the most");
            }
        }
    }

    private static int Allowed(string type) => Excepted.ContainsKey(type) ? 7 : MostOfConstructor;

    private static (string Type, int Count)? ConstructorOf(Microsoft.CodeAnalysis.SyntaxNode node) => node switch
    {
        ConstructorDeclarationSyntax constructor => (constructor.Identifier.Text, constructor.ParameterList.Parameters.Count),
        TypeDeclarationSyntax { ParameterList: { } primary } type => (type.Identifier.Text, primary.Parameters.Count),
        _ => null,
    };
}
