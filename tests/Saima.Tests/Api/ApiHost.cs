using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Saima.Api;
using Saima.Hosting;
using Saima.Market.Accounts;
using Saima.Market.Traffic;

namespace Saima.Tests.Api;

/// <summary>The whole program on a market of its own in a temporary folder; the test moves its clock and steps its engine.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    public const int Pumps = 60;
    public const string AdminKey = "admin-key-of-the-tests";

    /// <summary>The supplier that <see cref="BoundKey"/> is bound to.</summary>
    public const string OwnSeller = "s-1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saima-api-");
    private OpenMarket _market = null!;

    public HandClock Clock { get; } = new();

    public WebApplication App { get; private set; } = null!;

    /// <summary>A key with every scope that a supplier's key may have.</summary>
    public string BoundKey { get; private set; } = "";

    /// <summary>How the limits are set; generous unless a test says otherwise.</summary>
    public Action<ApiOptions> Options { get; init; } = options => options.RequestsPerMinute = 1_000_000;

    /// <summary>True: listens on a port of this machine, for what only a real server does.</summary>
    public bool OnAPort { get; init; }

    public async ValueTask InitializeAsync()
    {
        _market = await OpenMarket.InAsync(_folder, Clock, CancellationToken.None);
        App = await SaimaWeb.BuildAsync(_market, "http://127.0.0.1:0", Configure, CancellationToken.None);
        await App.StartAsync();

        // From here on only the test steps the engine.
        await App.Services.GetRequiredService<LiveEngineLoop>().StopAsync(CancellationToken.None);
        await App.Services.GetRequiredService<IssueKey>().AdoptAsync("admin", AdminKey);
        await Fill();
        BoundKey = await IssueAsync(ApiScopes.CatalogueWrite | ApiScopes.Allocate | ApiScopes.EventsWrite | ApiScopes.Read, OwnSeller);
    }

    /// <summary>A client that shows this key, or none.</summary>
    public HttpClient As(string? key)
    {
        var client = OnAPort ? new HttpClient { BaseAddress = new Uri(App.Urls.First()) } : App.GetTestClient();
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    public HttpClient Admin() => As(AdminKey);

    public async Task<string> IssueAsync(ApiScopes scopes, string? sellerId = null) =>
        (await App.Services.GetRequiredService<IssueKey>().RunAsync("test", scopes, sellerId)).Secret!;

    /// <summary>What changed and what happened becomes what the next race knows.</summary>
    public Task BeatAsync() => App.Services.GetRequiredService<LiveEngineLoop>().BeatAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await using (var db = await _market.Contexts.CreateDbContextAsync())
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        await _market.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private void Configure(WebApplicationBuilder builder)
    {
        if (!OnAPort)
            builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.Configure(Options);
    }

    // Six suppliers with ten pumps each; the words beside the pump make some match a little less than others.
    private async Task Fill()
    {
        using var admin = Admin();
        await admin.PutLinesAsync("sellers", Enumerable.Range(1, 6).Select(s => $$"""{"id":"s-{{s}}","name":"Supplier {{s}}","country":"{{(s % 2 == 0 ? "CN" : "VN")}}"}"""));
        await admin.PutLinesAsync(
            "products",
            Enumerable.Range(0, Pumps).Select(p => Some.Product($"p-{p}", $"s-{p / 10 + 1}", "Steel pump" + string.Concat(Enumerable.Repeat(" for water", p % 3)), "Pumps > Steel")));
        await BeatAsync();
    }
}
