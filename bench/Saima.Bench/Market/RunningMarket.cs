using Microsoft.Extensions.DependencyInjection;
using Saima.Engine.Race;
using Saima.Hosting;
using Saima.Market.Traffic;

namespace Saima.Bench.Market;

/// <summary>A market as the program runs it, without the web: open, loaded, and following its log if asked to.</summary>
public sealed class RunningMarket : IAsyncDisposable
{
    private readonly OpenMarket _market;
    private readonly ServiceProvider _services;
    private bool _follows;

    private RunningMarket(OpenMarket market, ServiceProvider services)
    {
        _market = market;
        _services = services;
    }

    public LiveEngine Engine => Get<LiveEngine>();

    public Epoch Epoch => Engine.Current;

    public IEventStore Log => _market.Log;

    /// <summary>Opens a data folder and starts its engine: the catalogue loaded, the log replayed.</summary>
    public static async Task<RunningMarket> OpenAsync(DirectoryInfo folder, TimeProvider time)
    {
        var market = await OpenMarket.InAsync(folder, time, CancellationToken.None);
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddLogging();
        await market.AddToAsync(services, CancellationToken.None);
        var provider = services.BuildServiceProvider();
        await OpenMarket.StartEngineAsync(provider, CancellationToken.None);
        return new RunningMarket(market, provider);
    }

    /// <summary>A use case or a part of the market.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets the engine follow catalogue and log by itself, as it does under the web.</summary>
    public async Task FollowAsync()
    {
        await Get<LiveEngineLoop>().StartAsync(CancellationToken.None);
        _follows = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_follows)
            await Get<LiveEngineLoop>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await _market.DisposeAsync();
    }
}
