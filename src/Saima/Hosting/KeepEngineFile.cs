using Saima.Market.Traffic;

namespace Saima.Hosting;

/// <summary>Keeps the engine's file near to its catalogue: at an orderly end, and now and then in between.</summary>
/// <remarks>
/// It writes what is published, beside races and beat, which do not wait for it. What the file lacks is read from the database at the
/// next start, so nothing depends on when it was written last.
/// </remarks>
public sealed partial class KeepEngineFile : BackgroundService
{
    /// <summary>Least time between two writings: at a million products each is more than a gigabyte.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly LiveEngine _engine;
    private readonly EngineFile _file;
    private readonly TimeProvider _time;
    private readonly ILogger<KeepEngineFile> _logger;

    public KeepEngineFile(LiveEngine engine, EngineFile file, TimeProvider time, ILogger<KeepEngineFile> logger)
    {
        _engine = engine;
        _file = file;
        _time = time;
        _logger = logger;
    }

    /// <summary>Writes the file if the catalogue is another one by now; a disk that has no room is a line in the log.</summary>
    public void Keep()
    {
        var snapshot = _engine.Current.Snapshot;
        if (snapshot.Sequence == _file.Sequence)
            return;
        try
        {
            _file.Write(snapshot);
        }
        catch (IOException e)
        {
            CannotKeep(_logger, EngineFile.FileName, e.Message);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.Run(Keep, cancellationToken).WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Task.Run(Keep, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last writing follows in StopAsync.
        }
    }

    [LoggerMessage(LogLevel.Warning, "{File} cannot be written, the next start may take longer: {Reason}")]
    private static partial void CannotKeep(ILogger logger, string file, string reason);
}
