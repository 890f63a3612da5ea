using System.Collections.Concurrent;
using Saima.Engine;
using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Race;

namespace Saima.Market.Traffic;

/// <summary>What does the engine know at this moment? Follows the catalogue and the log, and publishes epochs.</summary>
/// <remarks>
/// One caller at a time steps it (<see cref="LiveEngineLoop"/> in the program, a test by hand); everybody may read
/// <see cref="Current"/> and race. A race holds its epoch, so neither waits for the other.
/// </remarks>
public sealed class LiveEngine : IDisposable
{
    private readonly CatalogueState _catalogue = new() { MergesInBackground = true };
    private readonly Learner _learner = new(new LearnerOptions());
    private readonly ConcurrentBag<Allocator> _allocators = [];
    private readonly IEventStore _log;
    private readonly LearnerFeed _feed;
    private readonly EpochBuilder _builder;
    private Snapshot _snapshot;
    private Policy _policy;
    private (string Name, TimeZoneInfo Zone) _zone = ("", TimeZoneInfo.Utc);
    private volatile Epoch? _current;

    /// <summary>An engine that knows nothing yet.</summary>
    /// <param name="log">Where decisions and outcomes come from.</param>
    /// <param name="policy">The rule in force.</param>
    public LiveEngine(IEventStore log, Policy policy)
    {
        _log = log;
        _policy = policy;
        _feed = new LearnerFeed(log);
        _builder = new EpochBuilder(_learner);
        _snapshot = _catalogue.Apply(new CatalogueBatch { Sequence = 0 });
    }

    /// <summary>What a race reads now.</summary>
    /// <exception cref="InvalidOperationException">The engine has not started.</exception>
    public Epoch Current => _current ?? throw new InvalidOperationException("The engine has not started.");

    /// <summary>True once there is an epoch to race in.</summary>
    public bool IsStarted => _current is not null;

    /// <summary>Fingerprint of everything learned, to the bit; for health pages and tests, not cheap.</summary>
    public string LearnedDigest => LearnerDigest.Of(_learner);

    /// <summary>What was given to whom. Read it only while nobody steps.</summary>
    public Engine.Pool.ExposureBook Exposures => _learner.Exposures;

    /// <summary>Takes the whole catalogue and everything that the log ever closed, then publishes the first epoch.</summary>
    /// <param name="catalogue">All live rows, in one batch.</param>
    /// <param name="nowMicros">The clock, Unix microseconds UTC.</param>
    /// <param name="learned">Called with the sequence after every replayed slice.</param>
    public void Start(CatalogueBatch catalogue, long nowMicros, Action<long>? learned = null)
    {
        _snapshot = _catalogue.Apply(catalogue);
        Start(nowMicros, learned);
    }

    /// <summary>Takes the whole catalogue in another way than as a batch; <see cref="Start(long, Action{long})"/> is next.</summary>
    /// <param name="load">Fills the empty catalogue and gives back the snapshot of all of it.</param>
    public async Task LoadAsync(Func<CatalogueState, Task<Snapshot>> load) => _snapshot = await load(_catalogue);

    /// <summary>Takes everything that the log ever closed, then publishes the first epoch over the catalogue as it was loaded.</summary>
    public void Start(long nowMicros, Action<long>? learned = null)
    {
        foreach (var slice in _log.Replay(_learner.Through))
        {
            _learner.Learn(_feed.BatchOf(slice));
            learned?.Invoke(_learner.Through);
        }

        Publish(nowMicros);
    }

    /// <summary>Puts another rule in force with the next epoch.</summary>
    public void Use(Policy policy, long nowMicros)
    {
        _policy = policy;
        Publish(nowMicros);
    }

    /// <summary>One step: takes what changed in the catalogue, closes a micro-batch of the log if anything waits, learns, publishes.</summary>
    /// <param name="changes">Batches in order of sequence, or null.</param>
    /// <param name="nowMicros">The clock, Unix microseconds UTC.</param>
    /// <param name="cancel">Ends the waiting for the log; what was closed is learned.</param>
    /// <returns>True if a new epoch was published.</returns>
    public async Task<bool> StepAsync(CatalogueBatch? changes, long nowMicros, CancellationToken cancel)
    {
        if (changes is not null && changes.Sequence > _snapshot.Sequence)
            _snapshot = _catalogue.Apply(changes);
        if (Current.Today != DayOf(nowMicros))
            _snapshot = _catalogue.Recount();
        if (_log.HasOpenEntries || _learner.NextDueMicros <= nowMicros)
            _learner.Learn(_feed.BatchOf(await _log.CloseSliceAsync(nowMicros, cancel)));

        // Asked of what is published and not of what was done: a step that failed half way leaves its news to the next one.
        var known = Current;
        if (known.Snapshot == _snapshot && known.LearnedThrough == _learner.Through && known.Today == DayOf(nowMicros))
            return false;
        Publish(nowMicros);
        return true;
    }

    /// <summary>Runs a race with an allocator of its own.</summary>
    public T Race<T>(Func<Allocator, T> race)
    {
        var allocator = _allocators.TryTake(out var idle) ? idle : new Allocator();
        try
        {
            return race(allocator);
        }
        finally
        {
            _allocators.Add(allocator);
        }
    }

    public void Dispose()
    {
        _catalogue.Dispose();
        while (_allocators.TryTake(out var allocator))
            allocator.Dispose();
    }

    private void Publish(long nowMicros)
    {
        _snapshot.PrepareSpelling();
        _current = _builder.Publish(_snapshot, _policy, DayOf(nowMicros));
    }

    private DateOnly DayOf(long micros)
    {
        // Looking a time zone up by name allocates; this runs at every beat.
        if (_zone.Name != _policy.TimeZone)
            _zone = (_policy.TimeZone, TimeZoneInfo.FindSystemTimeZoneById(_policy.TimeZone));
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(UnixMicros.ToInstant(micros), _zone.Zone).DateTime);
    }
}
