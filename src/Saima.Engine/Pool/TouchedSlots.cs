namespace Saima.Engine.Pool;

/// <summary>Of which slots has something changed since somebody last asked? Each once, however often it changed.</summary>
public sealed class TouchedSlots
{
    private bool[] _isTouched = [];
    private int[] _slots = new int[64];
    private int _count;

    /// <summary>The slots, in order of their first change.</summary>
    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, _count);

    /// <summary>Notes a change.</summary>
    public void Add(int slot)
    {
        if (slot >= _isTouched.Length)
            Array.Resize(ref _isTouched, Math.Max(slot + 1, Math.Max(64, _isTouched.Length * 2)));
        if (_isTouched[slot])
            return;
        _isTouched[slot] = true;
        if (_count == _slots.Length)
            Array.Resize(ref _slots, _count * 2);
        _slots[_count++] = slot;
    }

    /// <summary>Forgets all changes.</summary>
    public void Clear()
    {
        foreach (var slot in Slots)
            _isTouched[slot] = false;
        _count = 0;
    }
}
