namespace Saima.Engine.Race;

/// <summary>How many places of this page has a supplier so far?</summary>
public sealed class SupplierCounts
{
    private readonly Dictionary<int, int> _counts = [];

    /// <summary>Begins a page.</summary>
    public void Clear() => _counts.Clear();

    /// <summary>Places of the supplier.</summary>
    public int Of(int sellerSlot) => _counts.GetValueOrDefault(sellerSlot);

    /// <summary>One more.</summary>
    /// <returns>Its places now.</returns>
    public int Add(int sellerSlot)
    {
        var count = Of(sellerSlot) + 1;
        _counts[sellerSlot] = count;
        return count;
    }
}
