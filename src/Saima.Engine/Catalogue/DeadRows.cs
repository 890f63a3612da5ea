namespace Saima.Engine.Catalogue;

/// <summary>Which rows of a segment are no longer for sale? One bit a row; immutable.</summary>
public sealed class DeadRows
{
    private readonly Paged<ulong> _bits;

    internal DeadRows(Paged<ulong> bits, int count)
    {
        _bits = bits;
        Count = count;
    }

    /// <summary>How many are dead.</summary>
    public int Count { get; }

    /// <summary>True if the row was replaced or removed.</summary>
    public bool this[int row] => Count > 0 && (row >> 6) < _bits.Length && (_bits[row >> 6] & (1UL << row)) != 0;
}
