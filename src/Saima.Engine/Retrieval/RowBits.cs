using System.Numerics;
using System.Numerics.Tensors;
using Saima.Engine.Catalogue;

namespace Saima.Engine.Retrieval;

/// <summary>A map of one bit a row, to mark and to meet on; reused from request to request.</summary>
internal sealed class RowBits
{
    /// <summary>A list so many times as long as the rows is searched; a shorter one is read through.</summary>
    public const int SearchFactor = 24;

    private ulong[] _words = [];
    private int[] _before = [];
    private int _count;

    /// <summary>The map's words; bit r of word r ÷ 64 is row r.</summary>
    public ReadOnlySpan<ulong> Words => _words.AsSpan(0, _count);

    /// <summary>Begins an empty map.</summary>
    public void Clear(int rows)
    {
        _count = (rows + 63) >> 6;
        if (_words.Length < _count)
            (_words, _before) = (new ulong[_count + (_count >> 2)], new int[_count + (_count >> 2)]);
        _words.AsSpan(0, _count).Clear();
    }

    /// <summary>Marks the rows of a list.</summary>
    public void Add(PostingList list)
    {
        if (list.Dense is { } dense)
        {
            TensorPrimitives.BitwiseOr(dense.Bits, Words, _words.AsSpan(0, _count));
            return;
        }

        var words = _words;
        foreach (var posting in list.Postings)
            words[Postings.RowOf(posting) >> 6] |= 1UL << Postings.RowOf(posting);
    }

    /// <summary>Marks rows.</summary>
    public void Add(ReadOnlySpan<int> rows)
    {
        var words = _words;
        foreach (var row in rows)
            words[row >> 6] |= 1UL << row;
    }

    /// <summary>Leaves only the marks that the list has too.</summary>
    public void Intersect(DenseList dense) => TensorPrimitives.BitwiseAnd(dense.Bits, Words, _words.AsSpan(0, _count));

    /// <summary>Counts the marks; <see cref="IndexOf"/> answers from then on.</summary>
    public int Count()
    {
        var before = 0;
        for (var word = 0; word < _count; word++)
        {
            _before[word] = before;
            before += BitOperations.PopCount(_words[word]);
        }

        return before;
    }

    /// <summary>How many marks are before the row's own; −1 if it has none.</summary>
    public int IndexOf(int row)
    {
        var word = _words[row >> 6];
        return (word & (1UL << row)) == 0 ? -1 : _before[row >> 6] + BitOperations.PopCount(word & ((1UL << row) - 1));
    }
}
