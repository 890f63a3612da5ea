namespace Saima.House.Tests.Tree;

/// <summary>Where is a rule of the house broken, and how?</summary>
/// <param name="Line">1-based; 0 when it is the whole file.</param>
public sealed record Violation(string Path, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{Path}:{Line} {Message}" : $"{Path} {Message}";
}
