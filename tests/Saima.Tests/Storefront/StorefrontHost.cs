using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Saima.Hosting;
using Saima.Market;
using Saima.Market.Traffic;

namespace Saima.Tests.Storefront;

/// <summary>The real program over a real market in a folder of its own, in process; the engine takes a step only when a test says so.</summary>
public sealed class StorefrontHost : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saima-storefront-");
    private OpenMarket _market = null!;
    private WebApplication _app = null!;

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        await TestMarket.FillAsync(_folder);
        _market = await OpenMarket.InAsync(_folder, TimeProvider.System, CancellationToken.None);
        _app = await SaimaWeb.BuildAsync(_market, "http://127.0.0.1:0", Configure, CancellationToken.None);
        _app.MapGet("/api/teapot", () => Microsoft.AspNetCore.Http.Results.StatusCode(418));
        await _app.StartAsync();
    }

    /// <summary>A browser without script: keeps cookies, follows no redirects by itself.</summary>
    public Browser Browser(string language = "en") => new(_app.GetTestServer(), language);

    /// <summary>What happened becomes what is known, and is in a closed slice of the log.</summary>
    public Task BeatAsync() => Services.GetRequiredService<LiveEngineLoop>().BeatAsync(CancellationToken.None);

    /// <summary>Everything of that type that ever came into the log; steps the engine first.</summary>
    public async Task<List<StoredEvent>> EventsAsync(EventType type)
    {
        await BeatAsync();
        return [.. _market.Log.Replay(0).SelectMany(slice => slice.Events).Where(stored => stored.Entry.Type == type)];
    }

    public async Task<T> ReadAsync<T>(Func<MarketDb, Task<T>> read)
    {
        await using var db = await _market.Contexts.CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _market.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        // One caller at a time steps the engine, and here it is the test.
        builder.Host.ConfigureContainer<IServiceCollection>(services => services.Remove(services.Single(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(LiveEngineLoop))));
    }
}
