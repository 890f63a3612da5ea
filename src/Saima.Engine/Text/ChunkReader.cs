using System.Runtime.InteropServices;

namespace Saima.Engine.Text;

/// <summary>Here is a chunk of a text; which terms are in it? What was read once is remembered.</summary>
/// <remarks>
/// The memory changes nothing but the time: ~60 ns for a chunk that was seen, ~5 µs for a new one. It forgets everything when it is
/// full, and only between two texts. One thread at a time; several may share the table of terms.
/// </remarks>
internal sealed class ChunkReader : IDisposable
{
    private const int MostChunks = 1 << 17;
    private const int MostCharacters = 1 << 22;
    private const int LongestForm = 40;
    private const int LongestCode = 8;
    private const int MostLetters = 3;

    private readonly TermTable _terms;
    private readonly TextAnalyser _analyser = new();
    private readonly PlainWords _plain = new();
    private readonly LexiconReader[] _latin = new LexiconReader[5];
    private readonly List<int> _pool = [];
    private readonly List<int> _synonymWords = [];
    private readonly List<Chunk> _read = [];
    private TermTable _chunks = new();

    public ChunkReader(TermTable terms)
    {
        _terms = terms;
        for (var i = 0; i < _latin.Length; i++)
            _latin[i] = new LexiconReader(Lexicon.Of(Language.German + i), terms);
    }

    /// <summary>Reads a chunk; its number, good until <see cref="ForgetIfFull"/>.</summary>
    public int Read(ReadOnlySpan<char> chunk)
    {
        var number = _chunks.FindOrAdd(chunk);
        if (number == _read.Count)
            _read.Add(Analyse(chunk));
        return number;
    }

    public Chunk At(int number) => _read[number];

    /// <summary>The chunk as it was written.</summary>
    public ReadOnlySpan<char> TextOf(int number) => _chunks.WordOf(number);

    public ReadOnlySpan<int> TermsOf(in Chunk chunk) => CollectionsMarshal.AsSpan(_pool).Slice(chunk.Start, chunk.Count);

    /// <summary>For each term of the chunk, its number among the synonyms; −1 = it has none.</summary>
    public ReadOnlySpan<int> SynonymWordsOf(in Chunk chunk) => CollectionsMarshal.AsSpan(_synonymWords).Slice(chunk.Start, chunk.Count);

    public void ForgetIfFull()
    {
        if (_read.Count < MostChunks && _chunks.Characters < MostCharacters)
            return;
        _chunks = new TermTable();
        _read.Clear();
        _pool.Clear();
        _synonymWords.Clear();
    }

    public void Dispose() => _analyser.Dispose();

    private Chunk Analyse(ReadOnlySpan<char> chunk)
    {
        var start = _pool.Count;
        var (isEnglish, hasDigit) = (true, false);
        _analyser.Start(chunk);
        while (_analyser.Next(out var term))
        {
            _pool.Add(_terms.FindOrAdd(term));
            _synonymWords.Add(Synonyms.Shipped.WordOf(term));
            hasDigit |= term.ContainsAnyInRange('0', '9');
            isEnglish &= EnglishWords.Has(term);
        }

        var count = _pool.Count - start;
        var stripped = Quantity.Strip(chunk);
        var traits = TraitsOf(stripped, count, isEnglish);
        return new Chunk(start, count, count > 1 && hasDigit ? Join(stripped) : -1, QuantityOf(stripped), traits, LanguagesOf(chunk, isEnglish, hasDigit));
    }

    private int QuantityOf(ReadOnlySpan<char> stripped)
    {
        Span<char> term = stackalloc char[Quantity.LongestTerm];
        var length = Quantity.OfChunk(stripped, term);
        return length == 0 ? -1 : _terms.FindOrAdd(term[..length]);
    }

    // dv7-1211ea is also dv71211ea. Numbers keep what parts them: 1/2 is not 12.
    private int Join(ReadOnlySpan<char> stripped)
    {
        Span<char> form = stackalloc char[LongestForm];
        if (stripped.Length > form.Length)
            return -1;
        _plain.Read(stripped);
        var length = stripped.ContainsAnyExcept("0123456789.,/-:") ? _plain.Join(form) : stripped.ToLowerInvariant(form);
        return length == 0 || ContainsWide(form[..length]) ? -1 : _terms.FindOrAdd(form[..length]);
    }

    private static bool ContainsWide(ReadOnlySpan<char> form) => form.ContainsAnyExceptInRange('\0', '\u04ff');

    private static ChunkTraits TraitsOf(ReadOnlySpan<char> stripped, int terms, bool isEnglish)
    {
        var traits = Quantity.IsNumber(stripped) ? ChunkTraits.Number : ChunkTraits.None;
        traits |= Quantity.IsUnit(stripped) ? ChunkTraits.Unit : ChunkTraits.None;
        traits |= stripped is "x" or "X" or "×" or "*" ? ChunkTraits.Times : ChunkTraits.None;
        var japaneseOrKorean = false;
        foreach (var c in stripped)
        {
            japaneseOrKorean |= Script.IsKanaOrHangul(c);
            traits |= Script.IsCyrillic(c) ? ChunkTraits.Cyrillic : ChunkTraits.None;
            traits |= Script.IsArabic(c) ? ChunkTraits.Arabic : ChunkTraits.None;
            traits |= Script.IsHan(c) ? ChunkTraits.Han : ChunkTraits.None;
        }

        if (japaneseOrKorean)
            traits &= ~ChunkTraits.Han;
        if (terms != 1 || stripped.Length > LongestCode || ContainsOther(stripped))
            return traits;
        if (stripped.ContainsAnyInRange('0', '9'))
            return traits | ChunkTraits.Code;
        return stripped.Length <= MostLetters && !isEnglish ? traits | ChunkTraits.Letters : traits;
    }

    private static bool ContainsOther(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return true;
        }

        return false;
    }

    private byte LanguagesOf(ReadOnlySpan<char> chunk, bool isEnglish, bool hasDigit)
    {
        var hasLetter = false;
        foreach (var c in chunk)
            hasLetter |= Script.IsLatin(c);
        if (!hasLetter || hasDigit)
            return 0;
        var languages = isEnglish ? 1 : 0;
        foreach (var reader in _latin)
            languages |= reader.Covers(chunk) ? 1 << (int)reader.Lexicon.Language : 0;
        return (byte)languages;
    }
}
