using Saima.Engine.Catalogue;
using Saima.Market.Catalogue;
using Saima.Market.Traffic;

namespace Saima.Hosting;

/// <summary>Where does the engine get its catalogue from at start? From its file and what changed since, or else from the database.</summary>
public sealed partial class LoadEngine
{
    private readonly LiveEngine _engine;
    private readonly LoadCatalogue _tables;
    private readonly EngineFile _file;
    private readonly TimeProvider _time;
    private readonly ILogger<LoadEngine> _logger;

    public LoadEngine(LiveEngine engine, LoadCatalogue tables, EngineFile file, TimeProvider time, ILogger<LoadEngine> logger)
    {
        _engine = engine;
        _tables = tables;
        _file = file;
        _time = time;
        _logger = logger;
    }

    /// <summary>Fills the engine that has not started yet; the log is not replayed.</summary>
    public Task RunAsync(CancellationToken cancel) => _engine.LoadAsync(async catalogue =>
    {
        var start = _time.GetTimestamp();
        if (await FromFileAsync(catalogue, cancel) is { } snapshot)
        {
            LoadedFrom(_logger, snapshot.LiveProducts, EngineFile.FileName, _time.GetElapsedTime(start).TotalSeconds);
            return snapshot;
        }

        snapshot = await _tables.RunAsync(catalogue, cancel);
        LoadedFrom(_logger, snapshot.LiveProducts, "the database", _time.GetElapsedTime(start).TotalSeconds);
        return snapshot;
    });

    private async Task<Snapshot?> FromFileAsync(CatalogueState catalogue, CancellationToken cancel)
    {
        if (_file.Read() is not { } answer)
            return null;
        if (answer.Saved is not { } saved)
            return Refuse(answer.Refusal!);
        var since = await _tables.ChangedAfterAsync(saved.Sequence, cancel);
        return saved.FaultWith(since) is { } fault ? Refuse(fault) : catalogue.Restore(saved, since);
    }

    private Snapshot? Refuse(string reason)
    {
        RefusedFile(_logger, EngineFile.FileName, reason);
        _file.Remove();
        return null;
    }

    [LoggerMessage(LogLevel.Information, "{Products} products were loaded from {Source} in {Seconds:0.0} s")]
    private static partial void LoadedFrom(ILogger logger, int products, string source, double seconds);

    [LoggerMessage(LogLevel.Warning, "{File} is not used, the database is read instead: {Reason}")]
    private static partial void RefusedFile(ILogger logger, string file, string reason);
}
