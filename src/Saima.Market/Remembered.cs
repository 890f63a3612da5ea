namespace Saima.Market;

/// <summary>What does the database say about something that is read much more often than it changes?</summary>
/// <remarks>
/// The writer calls <see cref="Forget"/> after its commit. A load that was under way at that moment is answered but not kept, so
/// a value older than the last commit never stays.
/// </remarks>
public sealed class Remembered<T>(Func<CancellationToken, Task<T>> load)
    where T : class
{
    private readonly Lock _gate = new();
    private T? _value;
    private int _generation;

    public async ValueTask<T> GetAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _value) is { } value)
            return value;

        var generation = Volatile.Read(ref _generation);
        var loaded = await load(cancel);
        Keep(loaded, generation);
        return loaded;
    }

    public void Forget()
    {
        lock (_gate)
        {
            _generation++;
            _value = null;
        }
    }

    private void Keep(T loaded, int generation)
    {
        lock (_gate)
        {
            if (generation == _generation)
                _value = loaded;
        }
    }
}
