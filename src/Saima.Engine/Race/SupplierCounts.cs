namespace Saima.Engine.Race;

/// <summary>How many places of this page has a supplier so far?</summary>
public sealed class SupplierCounts
{
    // A count is of this page if the number of its page is; so a page begins without touching every supplier.
    private (int Page, int Count)[] _counts = [];
    private int _page;

    /// <summary>Begins a page.</summary>
    public void Clear() => _page++;

    /// <summary>Places of the supplier.</summary>
    public int Of(int sellerSlot) => sellerSlot < _counts.Length && _counts[sellerSlot].Page == _page ? _counts[sellerSlot].Count : 0;

    /// <summary>One more.</summary>
    /// <returns>Its places now.</returns>
    public int Add(int sellerSlot)
    {
        if (sellerSlot >= _counts.Length)
            Array.Resize(ref _counts, Math.Max(sellerSlot + 1, _counts.Length * 2));
        var count = Of(sellerSlot) + 1;
        _counts[sellerSlot] = (_page, count);
        return count;
    }
}
