using System.CommandLine;
using Saima.Import;
using Saima.Market.Sqlite;

namespace Saima.CommandLine;

/// <summary>Which command was called, and how did it end?</summary>
/// <param name="serve">What <c>serve</c>, and the program without arguments, does.</param>
/// <param name="import">What <c>import</c> does.</param>
/// <param name="errors">Gets one line when a command fails.</param>
public sealed class SaimaCommand(
    Func<ServeOptions, CancellationToken, Task<int>> serve, Func<ImportOptions, CancellationToken, Task<int>> import, TextWriter output, TextWriter errors)
{
    // The web program gives its parts 30 s to end, which the engine's file may need; what is asked to end is not cut off before.
    private static readonly TimeSpan MostToEnd = TimeSpan.FromSeconds(45);

    /// <summary>Carries out what the arguments say.</summary>
    /// <param name="adminKeyOfEnvironment">What <see cref="ServeOptions.AdminKeyVariable"/> holds, if anything.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, string? adminKeyOfEnvironment, CancellationToken cancellation)
    {
        var root = new RootCommand("Saima: a sourcing marketplace with open books")
        {
            ServeCommand.Build(serve, adminKeyOfEnvironment),
            ImportCommand.Build(import),
        };
        root.SetAction((_, token) => serve(ServeOptions.Default(adminKeyOfEnvironment), token));
        var said = root.Parse(arguments);
        if (said.Errors.Count > 0)
        {
            await errors.WriteLineAsync($"saima: {string.Join("; ", said.Errors.Select(error => PlainText.OneLine(error.Message)))} (saima --help shows what is understood)");
            return ExitCode.Usage;
        }

        try
        {
            var manner = new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = MostToEnd,
            };
            return await said.InvokeAsync(manner, cancellation);
        }
        catch (ImportFailure failure)
        {
            await errors.WriteLineAsync($"saima: {failure.Message}");
            return ExitCode.Failed;
        }
        catch (Exception e) when (StorageTrouble.In(e) is { } trouble)
        {
            await errors.WriteLineAsync($"saima: {trouble}");
            return ExitCode.Failed;
        }
    }
}
