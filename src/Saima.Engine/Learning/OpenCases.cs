namespace Saima.Engine.Learning;

/// <summary>Which cases of a stage wait for their answer, and which of them count further as a no by now?</summary>
/// <remarks>
/// Cases lie in order of opening; each age has a pointer that walks over them, so that a case costs a constant number of steps and
/// no timer. A case that is opened with an earlier time than the one before it takes that one's time: its noes then come a little
/// late, never early.
/// </remarks>
public sealed class OpenCases
{
    private const int SmallestRing = 64;

    private readonly StageModel _model;
    private readonly DelayCurve _delays;
    private readonly long[] _agesMicros;
    private readonly long[] _next;
    private readonly Dictionary<CaseKey, long> _index = [];
    private Case[] _ring = new Case[SmallestRing];
    private long _first;
    private long _end;

    public OpenCases(StageModel model)
    {
        _model = model;
        _delays = new DelayCurve(model.Options);
        _agesMicros = new long[_delays.Steps];
        for (var i = 0; i < _agesMicros.Length; i++)
            _agesMicros[i] = (long)(model.Options.AgesSeconds[i] * 1e6);
        _next = new long[_agesMicros.Length];
    }

    /// <summary>Cases in memory: those within the stage's window, answered or not.</summary>
    public int Count => _index.Count;

    /// <summary>The learned delays.</summary>
    public DelayCurve Delays => _delays;

    /// <summary>When the next case counts further, Unix microseconds; <see cref="long.MaxValue"/> if none waits.</summary>
    public long NextDueMicros
    {
        get
        {
            var due = long.MaxValue;
            for (var step = 0; step < _next.Length; step++)
            {
                if (_next[step] < _end)
                    due = Math.Min(due, At(_next[step]).OpenedMicros + _agesMicros[step]);
            }

            return due;
        }
    }

    /// <summary>True if the case is within its window, answered or not.</summary>
    public bool Holds(CaseKey key) => _index.ContainsKey(key);

    /// <summary>Opens a case and counts what no is due at once. A key that is held already changes nothing.</summary>
    public void Open(CaseKey key, in StageFeatures features, long atMicros)
    {
        if (!_index.TryAdd(key, _end))
            return;
        if (_end - _first == _ring.Length)
            Grow();
        var opened = _end > _first ? Math.Max(atMicros, At(_end - 1).OpenedMicros) : atMicros;
        At(_end) = new Case(key, features, opened, _model.Predict(features));
        _end++;
        CountTo(ref At(_end - 1), 0);
    }

    /// <summary>Learns the yes of a case; once.</summary>
    /// <returns>False if the case is not held or was answered before.</returns>
    public bool Answer(CaseKey key, long atMicros)
    {
        if (!_index.TryGetValue(key, out var index))
            return false;
        ref var open = ref At(index);
        if (open.Answered)
            return false;
        open.Answered = true;
        _model.Learn(open.Features, positive: true, share: 1);
        _delays.Observe(Math.Max(0, atMicros - open.OpenedMicros) / 1e6);
        return true;
    }

    /// <summary>Counts further every case whose next age has come.</summary>
    public void Advance(long nowMicros)
    {
        for (var step = 0; step < _next.Length; step++)
        {
            while (_next[step] < _end && At(_next[step]).OpenedMicros + _agesMicros[step] <= nowMicros)
            {
                ref var due = ref At(_next[step]++);
                if (!due.Answered)
                    CountTo(ref due, step + 1);
            }
        }

        for (; _first < _next[^1]; _first++)
            _index.Remove(At(_first).Key);
    }

    private void CountTo(ref Case open, int step)
    {
        var weight = NegativeWeight.Of(open.Probability, _delays.MiddleAfter(step));
        if (weight <= open.Counted)
            return;
        _model.Learn(open.Features, positive: false, weight - open.Counted);
        open.Counted = weight;
    }

    private ref Case At(long index) => ref _ring[index & (_ring.Length - 1)];

    private void Grow()
    {
        var larger = new Case[_ring.Length * 2];
        for (var i = _first; i < _end; i++)
            larger[i & (larger.Length - 1)] = At(i);
        _ring = larger;
    }

    private struct Case(CaseKey key, StageFeatures features, long openedMicros, double probability)
    {
        public readonly CaseKey Key = key;
        public readonly StageFeatures Features = features;
        public readonly long OpenedMicros = openedMicros;
        public readonly double Probability = probability;
        public double Counted;
        public bool Answered;
    }
}
