using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

/// <summary>Does a type ask for little enough to be made, and vary by little enough to be understood?</summary>
internal static class Parameters
{
    public const int MostOfConstructor = 5;

    /// <summary>A record's parameters are its facts, named where they are read; what they are for still has to fit into one sentence.</summary>
    public const int MostOfRecord = 7;

    public const int MostTypeParameters = 2;

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        foreach (var file in files.Where(file => file.IsHandWritten))
        {
            foreach (var node in file.Syntax.DescendantNodes())
            {
                if (ConstructorOf(node) is { } made && made.Count > made.Most)
                    yield return new Violation(file.Path, RepositoryFile.LineOf(node), $"{made.Type} takes {made.Count} parameters to make; {made.Most} is the most");
                if (node is TypeParameterListSyntax list && list.Parameters.Count > MostTypeParameters)
                    yield return new Violation(file.Path, RepositoryFile.LineOf(node), $"{list.Parameters.Count} type parameters; {MostTypeParameters} is the most");
            }
        }
    }

    private static (string Type, int Count, int Most)? ConstructorOf(SyntaxNode node) => node switch
    {
        ConstructorDeclarationSyntax constructor => (constructor.Identifier.Text, constructor.ParameterList.Parameters.Count, MostOfConstructor),
        RecordDeclarationSyntax { ParameterList: { } facts } record => (record.Identifier.Text, facts.Parameters.Count, MostOfRecord),
        TypeDeclarationSyntax { ParameterList: { } primary } type => (type.Identifier.Text, primary.Parameters.Count, MostOfConstructor),
        _ => null,
    };
}
