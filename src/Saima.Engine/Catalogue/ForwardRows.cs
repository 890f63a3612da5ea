namespace Saima.Engine.Catalogue;

/// <summary>Rows with their terms, as they are collected; turned round into inverted lists at the end.</summary>
internal sealed class ForwardRows
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _terms = [];
    private readonly List<byte> _impacts = [];
    private int _highestTerm = -1;

    /// <summary>Adds a term to the row that is being collected.</summary>
    public void Add(int term, byte impact)
    {
        _terms.Add(term);
        _impacts.Add(impact);
        _highestTerm = Math.Max(_highestTerm, term);
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => _starts.Add(_terms.Count);

    /// <summary>Terms of one row.</summary>
    public (int Start, int End) Row(int row) => (_starts[row], _starts[row + 1]);

    public int TermAt(int index) => _terms[index];

    /// <summary>Counting sort by term; rows stay ascending within a term.</summary>
    public Postings Invert()
    {
        var countByTerm = new int[_highestTerm + 2];
        foreach (var term in _terms)
            countByTerm[term]++;
        var (terms, starts, next) = Layout(countByTerm);
        var rows = new int[_terms.Count];
        var impacts = new byte[_terms.Count];
        for (var row = 0; row + 1 < _starts.Count; row++)
        {
            for (var i = _starts[row]; i < _starts[row + 1]; i++)
            {
                var at = next[_terms[i]]++;
                rows[at] = row;
                impacts[at] = _impacts[i];
            }
        }

        return new Postings(terms, starts, rows, impacts);
    }

    /// <summary>Inverted lists of old segments, as rows of a new one.</summary>
    /// <param name="rowCount">Rows of the new segment.</param>
    /// <param name="sources">Old lists, each with the new row of every old row, −1 for those that are dead.</param>
    public static ForwardRows Gather(int rowCount, IReadOnlyList<(Postings Postings, int[] NewRow)> sources)
    {
        var byRow = new List<(int Term, byte Impact)>[rowCount];
        for (var row = 0; row < rowCount; row++)
            byRow[row] = [];
        foreach (var (postings, newRow) in sources)
        {
            for (var index = 0; index < postings.TermCount; index++)
            {
                var (rows, impacts) = postings.At(index);
                for (var i = 0; i < rows.Length; i++)
                {
                    if (newRow[rows.Span[i]] is var row and >= 0)
                        byRow[row].Add((postings.TermAt(index), impacts.Span[i]));
                }
            }
        }

        var forward = new ForwardRows();
        foreach (var row in byRow)
        {
            foreach (var (term, impact) in row)
                forward.Add(term, impact);
            forward.EndRow();
        }

        return forward;
    }

    private static (int[] Terms, int[] Starts, int[] Next) Layout(int[] countByTerm)
    {
        var distinct = 0;
        foreach (var count in countByTerm)
            distinct += count > 0 ? 1 : 0;
        var (terms, starts, next) = (new int[distinct], new int[distinct + 1], new int[countByTerm.Length]);
        var (index, start) = (0, 0);
        for (var term = 0; term < countByTerm.Length; term++)
        {
            if (countByTerm[term] == 0)
                continue;
            (terms[index], starts[index], next[term]) = (term, start, start);
            index++;
            start += countByTerm[term];
        }

        starts[distinct] = start;
        return (terms, starts, next);
    }
}
