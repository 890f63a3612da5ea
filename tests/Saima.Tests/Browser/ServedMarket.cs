using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Saima.Hosting;
using Saima.Market.Traffic;

namespace Saima.Tests.Browser;

/// <summary>The real program on a free port of this machine, over the market of a folder.</summary>
public sealed class ServedMarket : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly OpenMarket _market;
    private readonly WebApplication _app;

    private ServedMarket(DirectoryInfo folder, OpenMarket market, WebApplication app) => (_folder, _market, _app) = (folder, market, app);

    public string Address => _app.Urls.First();

    public IEventStore Log => _market.Log;

    public IServiceProvider Services => _app.Services;

    public static DirectoryInfo NewFolder() => Directory.CreateTempSubdirectory("saima-browser-");

    /// <summary>Serves the folder, which is gone when this is disposed of.</summary>
    public static async Task<ServedMarket> OpenAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        var market = await OpenMarket.InAsync(folder, TimeProvider.System, cancel);
        var app = await SaimaWeb.BuildAsync(market, "http://127.0.0.1:0", builder => builder.Logging.ClearProviders(), cancel);
        await app.StartAsync(cancel);
        return new ServedMarket(folder, market, app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await using (var db = await _market.Contexts.CreateDbContextAsync())
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        await _market.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
