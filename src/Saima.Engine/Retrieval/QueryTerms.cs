using Saima.Engine.Catalogue;
using Saima.Engine.Text;

namespace Saima.Engine.Retrieval;

/// <summary>Which terms does a query ask for, how rare is each, and what was done to its words?</summary>
/// <remarks>
/// In the order of the query: what another language means in English; a form or quantity for its parts if the catalogue knows it;
/// known words; stems; the meaning of a single foreign word; the spelling that was meant. A query that was read before costs 0 bytes.
/// </remarks>
public sealed class QueryTerms : IDisposable
{
    /// <summary>Distinct terms that are read; what follows in a longer query is not.</summary>
    public const int Most = 64;

    private const int MostKept = 4096;

    private readonly QueryReader _reader;
    private readonly int[] _ids = new int[Most];
    private readonly float[] _idfs = new float[Most];
    private readonly (int Start, int Length)[] _places = new (int, int)[Most];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _keptBySpan;
    private char[] _text = new char[256];
    private Snapshot? _snapshot;

    public QueryTerms()
    {
        _keptBySpan = _kept.GetAlternateLookup<ReadOnlySpan<char>>();
        _reader = new QueryReader(this);
    }

    /// <summary>Distinct terms of the last query read.</summary>
    public int Count { get; private set; }

    /// <summary>Their numbers in order of first occurrence; −1 = no product ever held it.</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    /// <summary>Their inverse document frequencies.</summary>
    public ReadOnlySpan<float> Idfs => _idfs.AsSpan(0, Count);

    /// <summary>Their sum, added in order.</summary>
    public float IdfSum { get; private set; }

    /// <summary>What was changed in the last query, in its order.</summary>
    internal QueryNotes Notes { get; } = new();

    /// <summary>The analysed word of a term.</summary>
    public string WordAt(int index) => Keep(SpanAt(index));

    /// <summary>Says what was done to the last query; makes new strings, for an answer and not for the race.</summary>
    public QueryReading Tell() => Notes.Tell(this, _snapshot?.Terms ?? new TermTable());

    /// <summary>Reads a query against a snapshot's frequencies.</summary>
    public void Read(string query, Snapshot snapshot)
    {
        Count = 0;
        IdfSum = 0;
        _snapshot = snapshot;
        Notes.Start(query);
        _reader.Read(query, snapshot);
    }

    public void Dispose() => _reader.Dispose();

    internal ReadOnlySpan<char> SpanAt(int index) => _text.AsSpan(_places[index].Start, _places[index].Length);

    /// <summary>Asks for a term, if it is not asked for already and there is room.</summary>
    internal void Add(ReadOnlySpan<char> word)
    {
        if (Count == Most || Holds(word))
            return;
        var start = Count == 0 ? 0 : _places[Count - 1].Start + _places[Count - 1].Length;
        if (start + word.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(start + word.Length, _text.Length * 2));
        word.CopyTo(_text.AsSpan(start));
        _places[Count] = (start, word.Length);
        _ids[Count] = _snapshot!.Terms.Find(word);
        _idfs[Count] = _snapshot.Frequencies.IdfOf(_ids[Count]);
        IdfSum += _idfs[Count];
        Count++;
    }

    // One string a word for as long as there are few: the same words are let go again and again.
    private string Keep(ReadOnlySpan<char> word)
    {
        if (_keptBySpan.TryGetValue(word, out var kept))
            return kept;
        if (_kept.Count >= MostKept)
            _kept.Clear();
        kept = word.ToString();
        _kept.Add(kept);
        return kept;
    }

    private bool Holds(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Count; i++)
        {
            if (word.SequenceEqual(SpanAt(i)))
                return true;
        }

        return false;
    }
}
