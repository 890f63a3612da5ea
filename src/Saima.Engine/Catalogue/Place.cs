namespace Saima.Engine.Catalogue;

/// <summary>Where a product's row is: which segment of the snapshot, which row in it. One number, because there is one a product.</summary>
internal readonly record struct Place(int Number)
{
    private const int RowBits = 24;

    public Place(int segment, int row)
        : this((segment << RowBits) | row)
    {
    }

    /// <summary>Not for sale.</summary>
    public static Place Nowhere { get; } = new(-1);

    public bool IsNowhere => Number < 0;

    public int Segment => Number >> RowBits;

    public int Row => Number & ((1 << RowBits) - 1);
}
