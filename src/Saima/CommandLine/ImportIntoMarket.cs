using Saima.Hosting;
using Saima.Import;
using Spectre.Console;

namespace Saima.CommandLine;

/// <summary>Carries out <c>saima import</c> on the market of a data folder.</summary>
/// <param name="console">Where progress and the sum are shown.</param>
/// <param name="errors">Where bad lines are named.</param>
public sealed class ImportIntoMarket(IAnsiConsole console, TextWriter errors)
{
    /// <summary>An <see cref="ExitCode"/>.</summary>
    public async Task<int> RunAsync(ImportOptions options, CancellationToken cancel)
    {
        if (options.Database is not null)
            throw new ImportFailure("--database is not understood yet: this version keeps its market in the folder of --data");
        try
        {
            await using var market = await OpenMarket.InAsync(options.Data ?? DataFolder.Default, TimeProvider.System, cancel);
            var services = new ServiceCollection();
            await market.AddToAsync(services, cancel);
            await using var provider = services.BuildServiceProvider();
            return await new RunImport(new PutIntoMarket(provider).RunAsync, console, errors, TimeProvider.System).RunAsync(options, cancel);
        }
        catch (ServeFailure failure)
        {
            throw new ImportFailure(failure.Message, failure);
        }
    }
}
