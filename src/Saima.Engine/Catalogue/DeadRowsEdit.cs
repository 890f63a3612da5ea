namespace Saima.Engine.Catalogue;

/// <summary>Lets rows die without touching what was published.</summary>
/// <param name="rows">Rows of the segment.</param>
internal sealed class DeadRowsEdit(int rows)
{
    private readonly PagedEdit<ulong> _bits = new(0);
    private DeadRows? _published;

    /// <summary>How many are dead.</summary>
    public int Count { get; private set; }

    /// <summary>True if the row is dead; rows are below the segment's number of them.</summary>
    public bool this[int row] => row < rows && (_bits[row >> 6] & (1UL << row)) != 0;

    /// <summary>The row is dead from now on.</summary>
    public void Kill(int row)
    {
        if (this[row])
            return;
        _bits[row >> 6] |= 1UL << row;
        Count++;
        _published = null;
    }

    /// <summary>What is dead now, for good.</summary>
    public DeadRows Publish() => _published ??= new DeadRows(_bits.Publish(), Count);
}
