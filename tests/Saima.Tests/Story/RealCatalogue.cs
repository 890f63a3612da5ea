using Saima.CommandLine;
using Saima.Import;
using Saima.Tests.Import;
using Spectre.Console;

namespace Saima.Tests.Story;

/// <summary>The real products, brought in as an operator would: <c>saima import products FILE --map MAP</c>.</summary>
internal static class RealCatalogue
{
    public static async Task ImportAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        using var errors = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null), Interactive = InteractionSupport.No });
        var map = new FileInfo(Path.Combine(RepositoryRoot.Path, "docs", "import", "icecat.map.json"));
        var code = await new ImportIntoMarket(console, errors).RunAsync(
            new ImportOptions(DocumentKind.Product, IcecatTests.Products, map, folder, null), cancel);
        code.ShouldBe(ExitCode.Done);
        errors.ToString().ShouldBeEmpty();
    }
}
