using System.Diagnostics;
using Saima.CommandLine;
using Saima.Import;
using Spectre.Console;

namespace Saima.Bench.Market;

/// <summary>The market that is measured on: the real products, imported as <c>saima import</c> does it, and copies of it to use up.</summary>
/// <param name="files">Where the products lie.</param>
/// <param name="imported">A data folder that holds them already, or null.</param>
public sealed class BenchMarket(IcecatFiles files, DirectoryInfo? imported) : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("saima-bench-");
    private DirectoryInfo? _imported = imported;
    private int _copies;

    public IcecatFiles Files { get; } = files;

    /// <summary>An empty folder, gone at the end.</summary>
    public DirectoryInfo NewFolder() => _scratch.CreateSubdirectory($"folder-{++_copies}");

    /// <summary>The data folder with all products and no log; to be copied, not changed.</summary>
    public async Task<DirectoryInfo> ImportedAsync()
    {
        if (_imported is { } there)
            return there;
        var folder = NewFolder();
        await ImportAsync(folder);
        return _imported = folder;
    }

    /// <summary>A copy of the imported folder, to write into.</summary>
    public async Task<DirectoryInfo> CopyAsync()
    {
        var from = await ImportedAsync();
        var to = NewFolder();
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        return to;
    }

    /// <summary>Imports the products into a folder, the whole way from the file to the disk.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> ImportAsync(DirectoryInfo folder)
    {
        if (!Files.Exist)
            throw new BenchFailure($"the data to measure on are not at {Files.Folder.FullName}");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null), Interactive = InteractionSupport.No });
        var options = new ImportOptions(DocumentKind.Product, Files.Products, Files.Map, folder, null);
        var start = Stopwatch.GetTimestamp();
        var exit = await new ImportIntoMarket(console, Console.Error).RunAsync(options, CancellationToken.None);
        return exit == ExitCode.Done ? Stopwatch.GetElapsedTime(start) : throw new BenchFailure("the import failed");
    }

    public void Dispose() => _scratch.Delete(recursive: true);
}
