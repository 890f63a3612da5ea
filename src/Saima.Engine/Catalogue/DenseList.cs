using System.Numerics;

namespace Saima.Engine.Catalogue;

/// <summary>The list of a term that many rows hold: a bit a row, and the impacts of the set ones in order.</summary>
/// <remarks>
/// Whether a row holds the term is one look, and two such lists meet 64 rows at a time; as a list of rows it would have to be
/// searched. Which impact is the row's: set bits before it, counted a word and a block of 1,024 words at a time.
/// </remarks>
internal sealed class DenseList
{
    private const int BlockWordBits = 10;

    private readonly int[] _beforeBlock;
    private readonly ushort[] _beforeWord;

    /// <summary>Takes bits and impacts as they are.</summary>
    /// <param name="bits">Bit r of word r ÷ 64 is row r.</param>
    /// <param name="impacts">One a set bit, in order of row, in steps of <see cref="Text.Impact.Step"/>.</param>
    public DenseList(ulong[] bits, byte[] impacts)
    {
        Bits = bits;
        Impacts = impacts;
        _beforeWord = new ushort[bits.Length];
        _beforeBlock = new int[(bits.Length >> BlockWordBits) + 1];
        var (before, atBlock) = (0, 0);
        for (var word = 0; word < bits.Length; word++)
        {
            if ((word & ((1 << BlockWordBits) - 1)) == 0)
                _beforeBlock[word >> BlockWordBits] = atBlock = before;
            _beforeWord[word] = (ushort)(before - atBlock);
            before += BitOperations.PopCount(bits[word]);
        }
    }

    public ulong[] Bits { get; }

    public byte[] Impacts { get; }

    /// <summary>True if the row holds the term.</summary>
    public bool Holds(int row) => (Bits[row >> 6] & (1UL << row)) != 0;

    /// <summary>Impact of a row that holds the term.</summary>
    public byte ImpactAt(int row)
    {
        var word = row >> 6;
        var below = BitOperations.PopCount(Bits[word] & ((1UL << row) - 1));
        return Impacts[_beforeBlock[word >> BlockWordBits] + _beforeWord[word] + below];
    }
}
