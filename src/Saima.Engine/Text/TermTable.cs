namespace Saima.Engine.Text;

/// <summary>Which number has this term? Numbers are given once, from 0 without gaps, and never change.</summary>
/// <remarks>
/// Any number of readers without a lock, and writers that take one; which of two new terms comes first is left to chance when two
/// threads write. 8 bytes a slot of an open-addressing table that is between three and six eighths full, 4 to 8 for the place of the
/// characters, and the characters: at most 29 bytes a term beside its characters.
/// </remarks>
public sealed class TermTable
{
    private const int BlockBits = 16;
    private const int BlockChars = 1 << BlockBits;

    // Writers, one at a time, hold this; readers never do.
    private readonly Lock _writing = new();
    private volatile State _state = new(new long[64], new int[40], [new char[1024]]);
    private volatile int _count;
    private int _end;

    /// <summary>How many terms have a number.</summary>
    public int Count => _count;

    /// <summary>Characters that the terms take, one more for each included.</summary>
    public int Characters => Volatile.Read(ref _end);

    /// <summary>The term's number, or −1 if it has none.</summary>
    public int Find(ReadOnlySpan<char> term) => term.IsEmpty ? -1 : _state.Find(term, HashOf(term));

    /// <summary>The characters of a numbered term.</summary>
    public ReadOnlySpan<char> WordOf(int id) => _state.WordOf(id);

    /// <summary>The term's number, new if need be.</summary>
    /// <param name="term">1 to 65,534 characters.</param>
    public int FindOrAdd(ReadOnlySpan<char> term)
    {
        ArgumentOutOfRangeException.ThrowIfZero(term.Length);
        var hash = HashOf(term);
        var id = _state.Find(term, hash);
        return id >= 0 ? id : Add(term, hash);
    }

    private int Add(ReadOnlySpan<char> term, uint hash)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(term.Length, BlockChars - 1);
        lock (_writing)
        {
            var id = _state.Find(term, hash);
            if (id >= 0)
                return id;
            id = _count;
            if (id == _state.Capacity)
                _state = _state.Grown(id);
            _state = _state.WithRoom(ref _end, term.Length + 1);
            _state.Put(id, term, hash, _end);
            _end += term.Length + 1;
            _count = id + 1;
            return id;
        }
    }

    // Seeded anew in every process: nobody can write product texts whose words all fall on one slot.
    private static uint HashOf(ReadOnlySpan<char> term) => (uint)string.GetHashCode(term, StringComparison.Ordinal);

    /// <summary>The arrays of one size. A reader that holds an old one misses the newest terms and nothing else.</summary>
    private sealed class State(long[] slots, int[] starts, char[][] blocks)
    {
        public int Capacity => starts.Length;

        // A slot holds the hash above and the number + 1 below; 0 = nobody's.
        public int Find(ReadOnlySpan<char> term, uint hash)
        {
            var mask = slots.Length - 1;
            for (var at = (int)hash & mask; ; at = (at + 1) & mask)
            {
                var slot = Volatile.Read(ref slots[at]);
                if (slot == 0)
                    return -1;
                if ((uint)(slot >>> 32) == hash && Is((int)slot - 1, term))
                    return (int)slot - 1;
            }
        }

        // A newer term may lie in a block that this state does not know yet: to its reader it is not there.
        private bool Is(int id, ReadOnlySpan<char> term)
        {
            var (block, at) = (starts[id] >> BlockBits, starts[id] & (BlockChars - 1));
            return block < blocks.Length && at + term.Length < blocks[block].Length && blocks[block][at] == term.Length
                && blocks[block].AsSpan(at + 1, term.Length).SequenceEqual(term);
        }

        public ReadOnlySpan<char> WordOf(int id)
        {
            var start = starts[id];
            var block = blocks[start >> BlockBits];
            var at = start & (BlockChars - 1);
            return block.AsSpan(at + 1, block[at]);
        }

        // The characters and their place are written before the slot that leads to them.
        public void Put(int id, ReadOnlySpan<char> term, uint hash, int start)
        {
            var block = blocks[start >> BlockBits];
            var at = start & (BlockChars - 1);
            block[at] = (char)term.Length;
            term.CopyTo(block.AsSpan(at + 1));
            starts[id] = start;
            Volatile.Write(ref slots[FreeSlot(slots, hash)], ((long)hash << 32) | (uint)(id + 1));
        }

        public State Grown(int count)
        {
            var (larger, places) = (new long[slots.Length * 2], new int[slots.Length * 2 * 5 / 8]);
            foreach (var slot in slots)
            {
                if (slot != 0)
                    larger[FreeSlot(larger, (uint)(slot >>> 32))] = slot;
            }

            starts.AsSpan(0, count).CopyTo(places);
            return new State(larger, places, blocks);
        }

        // The first block grows, so that a small table is small; a term never lies in two blocks.
        public State WithRoom(ref int end, int chars)
        {
            var (block, at) = (end >> BlockBits, end & (BlockChars - 1));
            if (block < blocks.Length && at + chars <= blocks[block].Length)
                return this;
            var more = (char[][])blocks.Clone();
            if (block < more.Length && at + chars <= BlockChars)
            {
                Array.Resize(ref more[block], Math.Min(BlockChars, Math.Max(at + chars, more[block].Length * 2)));
                return new State(slots, starts, more);
            }

            Array.Resize(ref more, more.Length + 1);
            more[^1] = new char[BlockChars];
            end = (more.Length - 1) << BlockBits;
            return new State(slots, starts, more);
        }

        private static int FreeSlot(long[] table, uint hash)
        {
            var at = (int)hash & (table.Length - 1);
            while (table[at] != 0)
                at = (at + 1) & (table.Length - 1);
            return at;
        }
    }
}
