using Saima.Engine.Catalogue;
using Saima.Engine.Text;

namespace Saima.Engine.Retrieval;

/// <summary>Which terms does a query ask for, and how rare is each?</summary>
public sealed class QueryTerms : IDisposable
{
    /// <summary>Distinct terms that are read; what follows in a longer query is not.</summary>
    public const int Most = 64;

    private readonly TextAnalyser _analyser = new();
    private readonly int[] _ids = new int[Most];
    private readonly float[] _idfs = new float[Most];
    private readonly string[] _words = new string[Most];

    /// <summary>Distinct terms of the last query read.</summary>
    public int Count { get; private set; }

    /// <summary>Their numbers in order of first occurrence; −1 = no product ever held it.</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    /// <summary>Their inverse document frequencies.</summary>
    public ReadOnlySpan<float> Idfs => _idfs.AsSpan(0, Count);

    /// <summary>Their sum, added in order.</summary>
    public float IdfSum { get; private set; }

    /// <summary>The analysed word of a term.</summary>
    public string WordAt(int index) => _words[index];

    /// <summary>Reads a query against a snapshot's frequencies.</summary>
    public void Read(string query, Snapshot snapshot)
    {
        Count = 0;
        IdfSum = 0;
        _analyser.Start(query);
        while (_analyser.Next(out var word))
        {
            if (Count < Most && !Holds(word))
                Add(word, snapshot);
        }
    }

    public void Dispose() => _analyser.Dispose();

    private bool Holds(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Count; i++)
        {
            if (word.SequenceEqual(_words[i]))
                return true;
        }

        return false;
    }

    private void Add(ReadOnlySpan<char> word, Snapshot snapshot)
    {
        // The table's own string, or that of the query before: a query of known words, or the same one again, allocates nothing.
        var id = snapshot.Terms.Find(word, out var known);
        var before = _words[Count] is { } kept && word.SequenceEqual(kept) ? kept : null;
        _ids[Count] = id;
        _idfs[Count] = snapshot.Frequencies.IdfOf(id);
        _words[Count] = known ?? before ?? word.ToString();
        IdfSum += _idfs[Count];
        Count++;
    }
}
