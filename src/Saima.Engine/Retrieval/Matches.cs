namespace Saima.Engine.Retrieval;

/// <summary>The products that satisfy an intent, all of them: where they are and how well each fits.</summary>
/// <remarks>Arrays are reused from request to request and grow only.</remarks>
public sealed class Matches
{
    private int[] _rows = new int[1024];
    private float[] _shares = new float[1024];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Global rows, in order of retrieval.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>Match of each, (0, 1].</summary>
    public ReadOnlySpan<float> Shares => _shares.AsSpan(0, Count);

    /// <summary>Terms of the query that not every match holds; empty if none was let go.</summary>
    public List<string> Relaxed { get; } = [];

    internal void Clear()
    {
        Count = 0;
        Relaxed.Clear();
    }

    internal void Add(int row, float share)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Count * 2);
            Array.Resize(ref _shares, Count * 2);
        }

        _rows[Count] = row;
        _shares[Count++] = share;
    }
}
