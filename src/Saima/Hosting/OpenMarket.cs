using Microsoft.EntityFrameworkCore;
using Saima.Engine.Policies;
using Saima.Market;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;
using Saima.Market.Policies;
using Saima.Market.Sqlite;
using Saima.Market.Sqlite.Log;
using Saima.Market.Traffic;

namespace Saima.Hosting;

/// <summary>A market whose files are open and whose rule is known: what the web and the command line stand on.</summary>
public sealed class OpenMarket : IAsyncDisposable
{
    private readonly EngineFile _engineFile;

    private OpenMarket(DirectoryInfo folder, IEventStore log, IDbContextFactory<MarketDb> contexts)
    {
        Folder = folder;
        Log = log;
        Contexts = contexts;
        _engineFile = new EngineFile(folder);
    }

    /// <summary>Holds everything that the embedded default writes.</summary>
    public DirectoryInfo Folder { get; }

    public IEventStore Log { get; }

    public IDbContextFactory<MarketDb> Contexts { get; }

    /// <summary>Opens the folder's market, makes it if there is none, and claims it: a second process is refused.</summary>
    /// <exception cref="ServeFailure">The folder cannot be used; the message says why and what to do.</exception>
    public static async Task<OpenMarket> InAsync(DirectoryInfo folder, TimeProvider time, CancellationToken cancel)
    {
        SqliteEventStore? log = null;
        try
        {
            log = SqliteEventStore.Open(Path.Combine(folder.FullName, "log"), time);
            return new OpenMarket(folder, log, await SqliteMarket.OpenAsync(folder.FullName, cancel));
        }
        catch (Exception e) when (e is LogUnavailableException or IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            if (log is not null)
                await log.DisposeAsync();
            throw new ServeFailure($"the data folder {folder.FullName} cannot be used: {FirstLine(e)}", e);
        }
    }

    /// <summary>Registers the market, its traffic and its engine; rules are seeded on the way.</summary>
    public async Task AddToAsync(IServiceCollection services, CancellationToken cancel)
    {
        services.AddSqliteMarket(Contexts);
        await using var provider = services.BuildServiceProvider();
        var shipped = PolicyFile.Shipped.Select(PolicyFile.ReadShipped)
            .Select(text => (Text: text, Policy: PolicyFile.Parse(text)))
            .Select(rule => new PolicyText(rule.Policy.Name, rule.Policy.Version, rule.Text));
        await provider.GetRequiredService<SeedPolicies>().RunAsync([.. shipped], PolicyFile.Shipped[0], cancel);
        var current = await provider.GetRequiredService<CurrentPolicy>().ReadAsync(cancel);
        var secrets = await MarketSecrets.OpenAsync(provider.GetRequiredService<MarketWriter>(), cancel);
        services.AddTraffic(Log, secrets, PolicyFile.Parse(current.Json));
        services.AddSingleton(_engineFile);
        services.AddSingleton<LoadEngine>();
        services.AddSingleton<KeepEngineFile>();
    }

    /// <summary>Where the keys of cookies and forms lie; nobody but the owner may look.</summary>
    public DirectoryInfo KeysFolder()
    {
        var folder = Path.Combine(Folder.FullName, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Loads the catalogue, replays the log, and lets the engine follow both from then on.</summary>
    public static async Task StartEngineAsync(IServiceProvider services, CancellationToken cancel)
    {
        services.GetRequiredService<LiveEngineLoop>().Follow(services.GetRequiredService<CatalogueFeed>());
        await services.GetRequiredService<LoadEngine>().RunAsync(cancel);
        services.GetRequiredService<LiveEngine>().Start(UnixMicros.From(services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    public ValueTask DisposeAsync() => Log.DisposeAsync();

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}
