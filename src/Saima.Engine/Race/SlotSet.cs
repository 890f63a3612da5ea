namespace Saima.Engine.Race;

/// <summary>Is this slot among those few? For thousands of questions about some hundreds of slots.</summary>
/// <remarks>A table of open addresses at most half full, one probe as a rule; emptied with the page.</remarks>
public sealed class SlotSet
{
    private int[] _table = new int[64]; // slot + 1, 0 where nobody stands

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        if (Count > 0)
            Array.Clear(_table);
        Count = 0;
    }

    /// <summary>Adds a slot; once is enough.</summary>
    public void Add(int slot)
    {
        if (2 * (Count + 1) > _table.Length)
            Grow();
        var at = PlaceOf(slot);
        Count += _table[at] == 0 ? 1 : 0;
        _table[at] = slot + 1;
    }

    /// <summary>True if it was added.</summary>
    public bool Contains(int slot) => _table[PlaceOf(slot)] != 0;

    // The place of the slot, or the free one where it would stand. Fibonacci hashing spreads neighbouring slots.
    private int PlaceOf(int slot)
    {
        var (mask, at) = (_table.Length - 1, (int)((uint)slot * 2654435769u >> 16));
        for (at &= mask; _table[at] != 0 && _table[at] != slot + 1; at = (at + 1) & mask)
        {
        }

        return at;
    }

    private void Grow()
    {
        var before = _table;
        _table = new int[before.Length * 4];
        Count = 0;
        foreach (var entry in before)
        {
            if (entry != 0)
                Add(entry - 1);
        }
    }
}
