using System.Runtime.InteropServices;

namespace Saima.Engine.Text;

/// <summary>Here is a chunk; which words of one language's dictionary is it, and what are its stems in that language?</summary>
/// <remarks>
/// What was read is remembered by chunk. Items are numbers: a word of the dictionary (≥ 0), −1 for one that it does not know, or
/// −2 − n for phrase n, where a compound or a run of Chinese was cut. Function words are left out. One thread at a time.
/// </remarks>
internal sealed class LexiconReader(Lexicon lexicon, TermTable terms)
{
    private const int MostChunks = 1 << 15;
    private const int MostCharacters = 1 << 20;
    private const int Unknown = -1;

    private readonly PlainWords _plain = new();
    private readonly CompoundCutter _compounds = new(lexicon);
    private readonly RunCutter _runs = new(lexicon);
    private readonly List<(int Start, int Length, int Phrase)> _stretches = [];
    private readonly List<int> _phrases = [];
    private readonly List<int> _items = [];
    private readonly List<int> _stems = [];
    private readonly List<(int ItemEnd, int StemEnd)> _ends = [];
    private readonly char[] _stem = new char[Chunks.Longest];
    private TermTable _chunks = new();

    public Lexicon Lexicon => lexicon;

    /// <summary>The phrase of an item, −1 if the item is a word or unknown.</summary>
    public static int PhraseOf(int item) => item <= -2 ? -2 - item : -1;

    /// <summary>Forgets what was read if it has become much; chunks read before are meaningless afterwards.</summary>
    public void ForgetIfFull()
    {
        if (_ends.Count < MostChunks && _chunks.Characters < MostCharacters)
            return;
        _chunks = new TermTable();
        _items.Clear();
        _stems.Clear();
        _ends.Clear();
    }

    /// <summary>Reads a chunk; its number.</summary>
    public int Read(ReadOnlySpan<char> chunk)
    {
        var number = _chunks.FindOrAdd(chunk);
        if (number < _ends.Count)
            return number;
        Collect(chunk, withStems: true);
        _ends.Add((_items.Count, _stems.Count));
        return number;
    }

    public ReadOnlySpan<int> ItemsOf(int chunk) => CollectionsMarshal.AsSpan(_items)[(chunk == 0 ? 0 : _ends[chunk - 1].ItemEnd).._ends[chunk].ItemEnd];

    public ReadOnlySpan<int> StemsOf(int chunk) => CollectionsMarshal.AsSpan(_stems)[(chunk == 0 ? 0 : _ends[chunk - 1].StemEnd).._ends[chunk].StemEnd];

    /// <summary>True if the language has words for all of the chunk; function words count.</summary>
    public bool Covers(ReadOnlySpan<char> chunk)
    {
        var before = _items.Count;
        Collect(chunk, withStems: false);
        var covers = _plain.Count > 0;
        for (var i = before; i < _items.Count; i++)
            covers &= _items[i] != Unknown;
        _items.RemoveRange(before, _items.Count - before);
        return covers;
    }

    private void Collect(ReadOnlySpan<char> chunk, bool withStems)
    {
        _plain.Read(chunk);
        if (lexicon.IsWholeRuns)
        {
            CollectRun(chunk);
            return;
        }

        for (var i = 0; i < _plain.Count; i++)
            CollectWord(_plain[i], withStems);
    }

    private void CollectRun(ReadOnlySpan<char> chunk)
    {
        _stretches.Clear();
        var small = _stem.AsSpan(0, chunk.ToLowerInvariant(_stem));
        _runs.Cut(small, _stretches);
        foreach (var (_, _, phrase) in _stretches)
        {
            if (phrase != Lexicon.FunctionPiece)
                _items.Add(phrase < 0 ? Unknown : -2 - phrase);
        }
    }

    private void CollectWord(ReadOnlySpan<char> plain, bool withStems)
    {
        if (plain.Length > TextAnalyser.LongestToken || plain.ContainsAnyInRange('0', '9'))
        {
            _items.Add(Unknown);
            return;
        }

        plain.CopyTo(_stem);
        var stem = _stem.AsSpan(0, Math.Max(1, LightStem.Of(lexicon.Language, _stem, plain.Length)));
        var word = lexicon.WordOf(stem);
        if (word >= 0 && lexicon.IsFunction(word))
            return;
        if (withStems)
            _stems.Add(terms.FindOrAdd(stem));
        _phrases.Clear();
        if (word >= 0 || lexicon.Language != Language.German || !_compounds.TryCut(plain, _phrases))
            _items.Add(word >= 0 ? word : Unknown);
        foreach (var phrase in _phrases)
            _items.Add(-2 - phrase);
    }
}
