using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Saima.House.Tests.Tree;

/// <summary>What does one text file of the repository say, and where does it live?</summary>
/// <param name="path">From the root, with forward slashes.</param>
/// <param name="text">The whole text.</param>
public sealed class RepositoryFile(string path, string text)
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private CompilationUnitSyntax? _syntax;
    private string[]? _lines;

    public string Path { get; } = path;

    public string Text { get; } = text;

    public string Name => System.IO.Path.GetFileName(Path);

    public string[] Lines => _lines ??= Text.Split('\n');

    /// <summary>Lines that an editor shows: the newline at the end opens no line of its own.</summary>
    public int LineCount => Lines.Length - (Text.EndsWith('\n') ? 1 : 0);

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>True for what a tool wrote: shape and words of it are not ours to choose.</summary>
    public bool IsGenerated => Path.Contains("/Migrations/", StringComparison.Ordinal) || Path.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>True for C# that people write and read.</summary>
    public bool IsHandWritten => IsCSharp && !IsGenerated;

    public bool IsSource => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>The folder below src, tests or bench; empty for files that belong to no project.</summary>
    public string Project => Path.Split('/') is [("src" or "tests" or "bench"), var project, _, ..] ? project : "";

    /// <summary>The first folder below the project; empty for files at its root.</summary>
    public string Room => Path.Split('/') is [_, _, var room, _, ..] && Project.Length > 0 ? room : "";

    public CompilationUnitSyntax Syntax => _syntax ??= CSharpSyntaxTree.ParseText(Text, Language, Path).GetCompilationUnitRoot();

    public bool IsIn(string project, string room) => IsSource && Project == project && Room == room;

    /// <summary>1-based line of a node.</summary>
    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
