using System.Net.Sockets;
using Saima.Hosting;
using Saima.Import;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;
using Spectre.Console;

namespace Saima.CommandLine;

/// <summary>Carries out <c>saima serve</c>: opens the market, fills it if asked, says where to look, and serves until it is ended.</summary>
/// <param name="console">Where the person who started it reads.</param>
public sealed class RunServe(IAnsiConsole console)
{
    /// <summary>An <see cref="ExitCode"/>.</summary>
    public async Task<int> RunAsync(ServeOptions options, CancellationToken cancel)
    {
        if (options.Database is not null)
            throw new ImportFailure("--database is not understood yet: this version keeps its market in the folder of --data");
        try
        {
            await using var market = await OpenMarket.InAsync(options.Data ?? DataFolder.Default, TimeProvider.System, cancel);
            await FillAsync(market, options, cancel);
            await using var app = await SaimaWeb.BuildAsync(market, options.Urls, null, cancel);
            await AdoptKeyAsync(app.Services, options, cancel);
            await StartAsync(app, options.Urls, cancel);
            await WelcomeAsync(app, options, cancel);
            await app.WaitForShutdownAsync(cancel);
            return ExitCode.Done;
        }
        catch (ServeFailure failure)
        {
            throw new ImportFailure(failure.Message, failure);
        }
    }

    private async Task FillAsync(OpenMarket market, ServeOptions options, CancellationToken cancel)
    {
        if (options.With != StartWith.Demo)
            return;
        var services = new ServiceCollection();
        await market.AddToAsync(services, cancel);
        await using var provider = services.BuildServiceProvider();
        if ((await provider.GetRequiredService<ReadCatalogue>().ListSellersAsync(null, 1, cancel)).Items.Count == 0)
            await new FillDemo(new PutIntoMarket(provider).RunAsync, console, TimeProvider.System).RunAsync(cancel);
    }

    private async Task AdoptKeyAsync(IServiceProvider services, ServeOptions options, CancellationToken cancel)
    {
        if (options.AdminKey is not { } key)
            return;
        var adopted = await services.GetRequiredService<IssueKey>().AdoptAsync("--admin-key", key, cancel);
        if (adopted.Key is null)
            throw new ServeFailure($"--admin-key {adopted.Refusals[0].Message}");
    }

    private static async Task StartAsync(WebApplication app, string urls, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            throw new ServeFailure($"{urls} is in use: end the program that listens there, or choose another address with --urls", e);
        }
        catch (SocketException e)
        {
            throw new ServeFailure($"cannot listen on {urls} ({e.Message}): choose another address with --urls", e);
        }
    }

    private async Task WelcomeAsync(WebApplication app, ServeOptions options, CancellationToken cancel)
    {
        var address = app.Urls.First();
        console.MarkupLine("[bold]Saima 赛马[/]  the market is open");
        console.WriteLine($"  storefront   {address}/");
        console.WriteLine($"  the rule     {address}/how-we-rank");
        console.WriteLine($"  the contract {address}/openapi");
        if (options is { With: StartWith.Demo, AdminKey: null })
        {
            var issued = await app.Services.GetRequiredService<IssueKey>().RunAsync("demo", ApiScopes.All, null, cancel);
            console.WriteLine($"  API key      {issued.Secret}  (all scopes, shown once)");
        }

        console.WriteLine("  end with Ctrl+C");
    }
}
