namespace Saima.Engine.Catalogue;

/// <summary>Here is a term; which rows hold it, and how much does it say in each?</summary>
internal sealed class Postings
{
    private readonly int[] _terms;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly byte[] _impacts;

    /// <summary>Takes the lists as they are.</summary>
    /// <param name="terms">Terms that occur, ascending.</param>
    /// <param name="starts">Where the list of each begins; one more than there are terms.</param>
    /// <param name="rows">Rows, ascending within a term.</param>
    /// <param name="impacts">Impact of the term in that row, in steps of <see cref="Text.Impact.Step"/>.</param>
    public Postings(int[] terms, int[] starts, int[] rows, byte[] impacts)
    {
        _terms = terms;
        _starts = starts;
        _rows = rows;
        _impacts = impacts;
    }

    public static Postings Empty { get; } = new([], [0], [], []);

    public int TermCount => _terms.Length;

    public int Count => _rows.Length;

    public int TermAt(int index) => _terms[index];

    /// <summary>The term's list; empty if it does not occur.</summary>
    public (ReadOnlyMemory<int> Rows, ReadOnlyMemory<byte> Impacts) Find(int term)
    {
        var index = Array.BinarySearch(_terms, term);
        return index < 0 ? default : At(index);
    }

    /// <summary>The list of the term at an index of the ascending terms.</summary>
    public (ReadOnlyMemory<int> Rows, ReadOnlyMemory<byte> Impacts) At(int index)
    {
        var (start, length) = (_starts[index], _starts[index + 1] - _starts[index]);
        return (_rows.AsMemory(start, length), _impacts.AsMemory(start, length));
    }
}
