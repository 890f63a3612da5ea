using System.Runtime.CompilerServices;

namespace Saima.Tests.Storefront;

/// <summary>Where do the files lie that these tests read as text?</summary>
internal static class SourceFiles
{
    public static string Program { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../src/Saima"));

    public static IEnumerable<string> Pages() => Directory.EnumerateFiles(Path.Combine(Program, "Storefront"), "*.cshtml", SearchOption.AllDirectories);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
