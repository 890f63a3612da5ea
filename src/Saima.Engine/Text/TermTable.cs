using System.Collections.Concurrent;

namespace Saima.Engine.Text;

/// <summary>Which number has this term? Numbers are given once, in order of first sight, and never change.</summary>
/// <remarks>One writer (the catalogue's builder), any number of readers.</remarks>
public sealed class TermTable
{
    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private string[] _words = new string[64];

    public TermTable() => _bySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many terms have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The term's number, or −1 if no product ever held it.</summary>
    public int Find(ReadOnlySpan<char> term) => Find(term, out _);

    /// <summary>The term's number and its one string, or −1 and null if no product ever held it.</summary>
    public int Find(ReadOnlySpan<char> term, out string? word) => _bySpan.TryGetValue(term, out word, out var id) ? id : -1;

    /// <summary>The characters of a numbered term.</summary>
    public ReadOnlySpan<char> WordOf(int id) => Volatile.Read(ref _words)[id];

    /// <summary>The term's number, new if need be. Only the writer calls this.</summary>
    public int FindOrAdd(ReadOnlySpan<char> term)
    {
        if (_bySpan.TryGetValue(term, out var id))
            return id;
        lock (_ids)
        {
            if (_bySpan.TryGetValue(term, out id))
                return id;
            id = Count;
            var word = term.ToString();
            if (id == _words.Length)
                Array.Resize(ref _words, id * 2);
            _words[id] = word;
            _ids[word] = id;
            Count = id + 1;
            return id;
        }
    }
}
