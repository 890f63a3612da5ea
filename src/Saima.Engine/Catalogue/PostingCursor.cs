using System.Numerics;

namespace Saima.Engine.Catalogue;

/// <summary>Walks over one list from its first row to its last; for building and checking, not for races.</summary>
internal struct PostingCursor
{
    private readonly PostingList _list;
    private int _next;
    private ulong _word;
    private int _wordIndex;

    public PostingCursor(PostingList list)
    {
        _list = list;
        _word = list.Dense is { } dense ? dense.Bits[0] : 0;
    }

    /// <summary>The row it stands at.</summary>
    public int Row { get; private set; }

    /// <summary>Impact in that row, in steps.</summary>
    public byte Impact { get; private set; }

    /// <summary>True once there was no next.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next()
    {
        if (_next == _list.Count)
        {
            IsAtEnd = true;
            return false;
        }

        if (_list.Dense is { } dense)
            NextBit(dense);
        else
            (Row, Impact) = (Postings.RowOf(_list.Postings[_next]), Postings.ImpactOf(_list.Postings[_next]));
        _next++;
        return true;
    }

    private void NextBit(DenseList dense)
    {
        while (_word == 0)
            _word = dense.Bits[++_wordIndex];
        Row = (_wordIndex << 6) + BitOperations.TrailingZeroCount(_word);
        _word &= _word - 1;
        Impact = dense.Impacts[_next];
    }
}
