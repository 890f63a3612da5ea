using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Saima.Engine.Policies;
using Saima.Market.Catalogue;
using Saima.Market.Policies;

namespace Saima.Market.Traffic;

/// <summary>Keeps the engine up to date: every 250 ms, what changed and what happened becomes what the next race knows.</summary>
/// <remarks>
/// A step that fails because the log or the tables cannot be used (a full disk) is tried again at the next beat and nothing is lost:
/// entries stay open until a boundary is written, notes of the outbox until they are marked. Any other failure means that the engine no longer follows its log; then the loop ends, and health says so.
/// </remarks>
public sealed partial class LiveEngineLoop : BackgroundService
{
    /// <summary>The beat: a micro-batch is at most this long.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private readonly LiveEngine _engine;
    private readonly CurrentPolicy _policies;
    private readonly OutboxRelay _relay;
    private readonly TimeProvider _time;
    private readonly ILogger<LiveEngineLoop> _logger;
    private CatalogueSubscription? _changes;
    private string? _policyJson;
    private long _lastStepMicros;

    public LiveEngineLoop(LiveEngine engine, CurrentPolicy policies, OutboxRelay relay, TimeProvider time, ILogger<LiveEngineLoop> logger)
    {
        _engine = engine;
        _policies = policies;
        _relay = relay;
        _time = time;
        _logger = logger;
    }

    /// <summary>How long ago the last whole step was, or null before the first.</summary>
    public TimeSpan? Lag => _lastStepMicros == 0 ? null : _time.GetUtcNow() - UnixMicros.ToInstant(Volatile.Read(ref _lastStepMicros));

    /// <summary>Follows the feed from now on; to be called before the catalogue is loaded, so that nothing falls between.</summary>
    public void Follow(CatalogueFeed feed) => _changes ??= feed.Subscribe();

    public override void Dispose()
    {
        _changes?.Dispose();
        base.Dispose();
    }

    /// <summary>One beat.</summary>
    public async Task BeatAsync(CancellationToken cancel)
    {
        var now = UnixMicros.From(_time.GetUtcNow());
        await UseCurrentPolicyAsync(now, cancel);
        await _relay.RelayAsync(cancel);
        var changes = _changes is null ? null : CatalogueBacklog.Take(_changes.Reader);
        await _engine.StepAsync(changes, now, cancel);
        Volatile.Write(ref _lastStepMicros, now);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, _time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeatAsync(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (Exception e) when (e is LogUnavailableException or DbException or DbUpdateException)
            {
                CannotFollow(_logger, e.InnerException is null ? e.Message : $"{e.Message} {e.InnerException.Message}");
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task UseCurrentPolicyAsync(long now, CancellationToken cancel)
    {
        var current = await _policies.ReadAsync(cancel);
        if (_policyJson == current.Json)
            return;
        var (inForce, used) = (PolicyFile.Parse(current.Json), _engine.Current.Policy);
        if ((inForce.Name, inForce.Version) != (used.Name, used.Version))
            _engine.Use(inForce, now);
        _policyJson = current.Json;
    }

    [LoggerMessage(LogLevel.Error, "The log or the tables cannot be used, the engine learns nothing meanwhile: {Reason}")]
    private static partial void CannotFollow(ILogger logger, string reason);
}
