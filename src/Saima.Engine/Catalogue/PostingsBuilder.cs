namespace Saima.Engine.Catalogue;

/// <summary>Makes the inverted lists of a segment: first every term is counted, then every row comes with its terms, in order of row.</summary>
/// <param name="rows">Rows that the segment will have.</param>
internal sealed class PostingsBuilder(int rows)
{
    private int[] _countOf = new int[1024];
    private int[] _nextOf = [];
    private int[] _denseOf = [];
    private readonly List<int> _terms = [];
    private readonly List<(ulong[] Bits, byte[] Impacts)> _dense = [];
    private int[] _starts = [0];
    private uint[] _postings = [];

    /// <summary>The term will come so many times more.</summary>
    public void Count(int term, int times)
    {
        if (term >= _countOf.Length)
            Array.Resize(ref _countOf, Math.Max(term + 1, _countOf.Length * 2));
        _countOf[term] += times;
    }

    /// <summary>All have been counted: gives every list its place.</summary>
    public void Lay()
    {
        (_nextOf, _denseOf) = (new int[_countOf.Length], new int[_countOf.Length]);
        var starts = new List<int> { 0 };
        var start = 0;
        for (var term = 0; term < _countOf.Length; term++)
        {
            var count = _countOf[term];
            if (count == 0)
                continue;
            _terms.Add(term);
            if (Postings.IsDense(count, rows))
            {
                _dense.Add((new ulong[(rows + 63) >> 6], new byte[count]));
                _denseOf[term] = _dense.Count;
            }
            else
            {
                _nextOf[term] = start;
                start = checked(start + count);
            }

            starts.Add(start);
        }

        (_starts, _postings) = ([.. starts], new uint[start]);
    }

    /// <summary>A row holds a term.</summary>
    public void Add(int row, int term, byte impact)
    {
        var at = _nextOf[term]++;
        if (_denseOf[term] is var dense and > 0)
        {
            var (bits, impacts) = _dense[dense - 1];
            bits[row >> 6] |= 1UL << row;
            impacts[at] = impact;
        }
        else
        {
            _postings[at] = Postings.Of(row, impact);
        }
    }

    /// <summary>The lists; everything that was counted has come.</summary>
    public Postings Build()
    {
        var dense = new DenseList?[_terms.Count];
        for (var index = 0; index < dense.Length; index++)
        {
            if (_denseOf[_terms[index]] is var one and > 0)
                dense[index] = new DenseList(_dense[one - 1].Bits, _dense[one - 1].Impacts);
        }

        return new Postings([.. _terms], _starts, _postings, dense);
    }
}
