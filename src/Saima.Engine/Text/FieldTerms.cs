using System.Runtime.InteropServices;

namespace Saima.Engine.Text;

/// <summary>Here is one field of a product; which terms are in it, and how often?</summary>
/// <remarks>
/// Beside the words themselves: forms put together (dv7 1211ea is also dv71211ea), quantities in one unit, the text's meaning in English
/// if it is in another language, its stems in that language, and at <see cref="Synonyms.Share"/> of an occurrence the synonyms. A pure
/// function of the text and of the word lists in the program. One thread at a time; several may share the table of terms.
/// </remarks>
internal sealed class FieldTerms : IDisposable
{
    private const int LineBreak = -1;

    private readonly TermTable _table;
    private readonly ChunkReader _chunks;
    private readonly FieldTranslation _translation;
    private readonly LanguageGuess _guess = new();
    private readonly List<int> _read = [];
    private readonly List<int> _synonymWords = [];
    private readonly List<int> _terms = [];
    private readonly List<float> _times = [];
    private readonly int[] _termOfSynonymWord = new int[Synonyms.Shipped.WordCount];

    public FieldTerms(TermTable table)
    {
        _table = table;
        _chunks = new ChunkReader(table);
        _translation = new FieldTranslation(_chunks, table);
        Array.Fill(_termOfSynonymWord, -1);
    }

    /// <summary>Entries; a term may have several.</summary>
    public int Count => _terms.Count;

    /// <summary>Words of the field itself, what was added left out: the field's length.</summary>
    public int Length { get; private set; }

    public int TermAt(int index) => _terms[index];

    /// <summary>How many occurrences an entry counts.</summary>
    public float TimesAt(int index) => _times[index];

    /// <summary>Reads a field; what was read before is gone.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        _terms.Clear();
        _times.Clear();
        _read.Clear();
        _synonymWords.Clear();
        _guess.Clear();
        _chunks.ForgetIfFull();
        var traits = ReadChunks(text);
        Length = _terms.Count;
        AddForms();
        AddSynonyms();
        AddTranslations(traits);
    }

    public void Dispose() => _chunks.Dispose();

    private ChunkTraits ReadChunks(ReadOnlySpan<char> text)
    {
        var traits = ChunkTraits.None;
        var chunks = new Chunks(text);
        while (chunks.Next())
        {
            if (chunks.BeginsLine)
            {
                _read.Add(LineBreak);
                _synonymWords.Add(-1);
            }

            var number = _chunks.Read(chunks.Current);
            var chunk = _chunks.At(number);
            _read.Add(number);
            foreach (var term in _chunks.TermsOf(chunk))
                Add(term, 1);
            foreach (var word in _chunks.SynonymWordsOf(chunk))
                _synonymWords.Add(word);
            _guess.Add(chunk.Languages);
            traits |= chunk.Traits;
        }

        return traits;
    }

    private void AddForms()
    {
        Span<char> form = stackalloc char[Forms.Longest];
        for (var i = 0; i < _read.Count; i++)
        {
            if (_read[i] == LineBreak)
                continue;
            var chunk = _chunks.At(_read[i]);
            if (chunk.Joined >= 0)
                Add(chunk.Joined, 1);
            if (chunk.Quantity >= 0 && (chunk.Count != 1 || _chunks.TermsOf(chunk)[0] != chunk.Quantity))
                Add(chunk.Quantity, 1);
            var (length, _) = Forms.From(_chunks, _read, i, form);
            if (length > 0)
                Add(_table.FindOrAdd(form[..length]), 1);
        }
    }

    private void AddSynonyms()
    {
        var words = CollectionsMarshal.AsSpan(_synonymWords);
        for (var i = 0; i < words.Length;)
        {
            var (member, length) = words[i] < 0 ? (-1, 1) : Synonyms.Shipped.Longest(words[i..]);
            i += Math.Max(1, length);
            if (member >= 0)
                AddGroupOf(member);
        }
    }

    private void AddGroupOf(int member)
    {
        var (other, end) = Synonyms.Shipped.GroupOf(member);
        for (; other < end; other++)
        {
            foreach (var word in other == member ? [] : Synonyms.Shipped.WordsAt(other))
                Add(TermOfSynonym(word), Synonyms.Share);
        }
    }

    private int TermOfSynonym(int word)
    {
        if (_termOfSynonymWord[word] < 0)
            _termOfSynonymWord[word] = _table.FindOrAdd(Synonyms.Shipped.TermOf(word));
        return _termOfSynonymWord[word];
    }

    private void AddTranslations(ChunkTraits traits)
    {
        var latin = _guess.OfText();
        if (latin != Language.English)
            _translation.Add(latin, _read, _terms, _times);
        if ((traits & ChunkTraits.Cyrillic) != ChunkTraits.None)
            _translation.Add(Language.Russian, _read, _terms, _times);
        if ((traits & ChunkTraits.Arabic) != ChunkTraits.None)
            _translation.Add(Language.Arabic, _read, _terms, _times);
        if ((traits & ChunkTraits.Han) != ChunkTraits.None)
            _translation.Add(Language.Chinese, _read, _terms, _times);
    }

    private void Add(int term, float times)
    {
        _terms.Add(term);
        _times.Add(times);
    }
}
