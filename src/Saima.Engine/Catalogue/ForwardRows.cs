namespace Saima.Engine.Catalogue;

/// <summary>Rows with their terms, as they are collected; turned round into inverted lists at the end.</summary>
internal sealed class ForwardRows
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _terms = [];
    private readonly List<byte> _impacts = [];

    /// <summary>Rows that have ended.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>Adds a term to the row that is being collected; each at most once.</summary>
    public void Add(int term, byte impact)
    {
        _terms.Add(term);
        _impacts.Add(impact);
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => _starts.Add(_terms.Count);

    /// <summary>Tells the builder how often every term will come.</summary>
    public void CountInto(PostingsBuilder builder)
    {
        foreach (var term in _terms)
            builder.Count(term, 1);
    }

    /// <summary>Gives the builder the terms of one row, under its number in the segment.</summary>
    public void AddInto(PostingsBuilder builder, int row, int rowInSegment)
    {
        for (var i = _starts[row]; i < _starts[row + 1]; i++)
            builder.Add(rowInSegment, _terms[i], _impacts[i]);
    }
}
