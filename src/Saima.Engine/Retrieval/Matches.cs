using System.Numerics.Tensors;

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
            Grow(Count + 1);
        _rows[Count] = row;
        _shares[Count++] = share;
    }

    /// <summary>Adds rows of one segment.</summary>
    /// <param name="offset">Its first global row.</param>
    /// <param name="rows">Rows in it.</param>
    /// <param name="sums">Their sums of impacts.</param>
    /// <param name="whole">The sum of a perfect match.</param>
    internal void AddAll(int offset, ReadOnlySpan<int> rows, ReadOnlySpan<float> sums, float whole)
    {
        if (Count + rows.Length > _rows.Length)
            Grow(Count + rows.Length);
        TensorPrimitives.Add(rows, offset, _rows.AsSpan(Count));
        TensorPrimitives.Divide(sums, whole, _shares.AsSpan(Count));
        Count += rows.Length;
    }

    private void Grow(int count)
    {
        var size = Math.Max(count, _rows.Length * 2);
        Array.Resize(ref _rows, size);
        Array.Resize(ref _shares, size);
    }
}
