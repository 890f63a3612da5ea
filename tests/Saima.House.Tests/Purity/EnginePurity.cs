using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Purity;

/// <summary>Does the engine keep to arithmetic: no LINQ, no clock, no file, no network, no database, no container?</summary>
internal static class EnginePurity
{
    private static readonly string[] Namespaces =
    [
        "System.Linq", "System.Net", "System.Data", "System.Diagnostics.Process", "Microsoft.EntityFrameworkCore", "Microsoft.Data",
        "Microsoft.Extensions", "Microsoft.AspNetCore", "Orleans",
    ];

    private static readonly string[] Types =
    [
        "File", "FileInfo", "FileStream", "Directory", "DirectoryInfo", "HttpClient", "Socket", "Process", "Console", "TimeProvider",
        "Stopwatch", "Enumerable", "IServiceProvider", "ILogger",
    ];

    private static readonly string[] Members =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Environment.TickCount",
        "Environment.TickCount64", "Random.Shared", "Thread.Sleep", "Task.Delay", "Guid.NewGuid",
    ];

    private static readonly string[] Queries = ["Select", "SelectMany", "Where", "OrderBy", "OrderByDescending", "GroupBy", "ToList", "FirstOrDefault"];

    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files) =>
        from file in files
        where file.IsSource && file.Project == "Saima.Engine" && file.IsHandWritten
        from node in file.Syntax.DescendantNodes()
        let problem = Problem(node)
        where problem is not null
        select new Violation(file.Path, RepositoryFile.LineOf(node), problem);

    private static string? Problem(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax directive when Opens(directive.NamespaceOrType.ToString()) => $"the engine does not use {directive.NamespaceOrType}",
        QueryExpressionSyntax => "the engine has no queries: write the loop",
        MemberAccessExpressionSyntax access when Members.Contains(access.ToString()) => $"{access} is not the engine's to ask: take it as an argument",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } when IsQuery(called) => $".{called.Name}( is a query: write the loop",
        IdentifierNameSyntax name when Types.Contains(name.Identifier.Text) && IsType(name) => $"{name} does not belong in the engine",
        _ => null,
    };

    private static bool IsQuery(MemberAccessExpressionSyntax called) =>
        called.Name is SimpleNameSyntax name && Queries.Contains(name.Identifier.Text) && called.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: <= 1 };

    private static bool Opens(string space) => Array.Exists(Namespaces, start => space == start || space.StartsWith(start + ".", StringComparison.Ordinal));

    /// <summary>True where a type can stand: before a dot, after new, in a declaration; not a member's own name.</summary>
    private static bool IsType(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name || access.Expression.ToString().StartsWith("System.", StringComparison.Ordinal),
        ObjectCreationExpressionSyntax or VariableDeclarationSyntax or ParameterSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax
            or NullableTypeSyntax or TypeArgumentListSyntax or BaseTypeSyntax or CastExpressionSyntax => true,
        QualifiedNameSyntax qualified => qualified.Right == name,
        _ => false,
    };
}
