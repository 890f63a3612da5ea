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
    private readonly FieldSynonyms _synonyms;
    private readonly FieldTranslation _translation;
    private readonly LanguageGuess _guess = new();
    private readonly TermEntries _entries = new();
    private readonly List<int> _read = [];
    private readonly List<int> _formStarts = [];
    private ChunkTraits _traits;

    public FieldTerms(TermTable table)
    {
        _table = table;
        _chunks = new ChunkReader(table);
        _synonyms = new FieldSynonyms(table);
        _translation = new FieldTranslation(_chunks, table);
    }

    /// <summary>What was found.</summary>
    public TermEntries Entries => _entries;

    /// <summary>Words of the field itself, what was added left out: the field's length.</summary>
    public int Length { get; private set; }

    /// <summary>Reads a field; what was read before is gone.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        Start();
        Append(text);
        End();
    }

    /// <summary>Begins with a field that comes in parts.</summary>
    public void Start()
    {
        (Length, _traits) = (0, ChunkTraits.None);
        _entries.Clear();
        _synonyms.Clear();
        _guess.Clear();
        _read.Clear();
        _formStarts.Clear();
        _chunks.ForgetIfFull();
    }

    /// <summary>Adds a part of the field, as if a space stood before it.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        var chunks = new Chunks(text);
        while (chunks.Next())
        {
            if (chunks.BeginsLine)
                EndLine();
            AddChunk(_chunks.Read(chunks.Current));
        }

        if (chunks.BeginsLine)
            EndLine();
    }

    /// <summary>Ends a line: what follows does not belong to what stands before.</summary>
    public void EndLine()
    {
        _read.Add(LineBreak);
        _synonyms.EndLine();
    }

    /// <summary>Ends the field and adds what follows from its words.</summary>
    public void End()
    {
        Length = _entries.Count;
        AddForms();
        _synonyms.AddTo(_entries);
        AddTranslations();
    }

    public void Dispose() => _chunks.Dispose();

    private void AddChunk(int number)
    {
        ref readonly var chunk = ref _chunks.At(number);
        if (chunk.HasForms)
            _formStarts.Add(_read.Count);
        _read.Add(number);
        foreach (var term in _chunks.TermsOf(chunk))
            _entries.Add(term, 1);
        _synonyms.Append(_chunks.SynonymWordsOf(chunk));
        _guess.Add(chunk.Languages);
        _traits |= chunk.Traits;
    }

    private void AddForms()
    {
        Span<char> form = stackalloc char[Forms.Longest];
        foreach (var start in _formStarts)
        {
            ref readonly var chunk = ref _chunks.At(_read[start]);
            if (chunk.Joined >= 0)
                _entries.Add(chunk.Joined, 1);
            if (chunk.Quantity >= 0 && (chunk.Count != 1 || _chunks.TermsOf(chunk)[0] != chunk.Quantity))
                _entries.Add(chunk.Quantity, 1);
            var (length, _) = Forms.From(_chunks, _read, start, form);
            if (length > 0)
                _entries.Add(_table.FindOrAdd(form[..length]), 1);
        }
    }

    private void AddTranslations()
    {
        var latin = _guess.OfText();
        if (latin != Language.English)
            _translation.AddTo(_entries, latin, _read);
        if ((_traits & ChunkTraits.Cyrillic) != ChunkTraits.None)
            _translation.AddTo(_entries, Language.Russian, _read);
        if ((_traits & ChunkTraits.Arabic) != ChunkTraits.None)
            _translation.AddTo(_entries, Language.Arabic, _read);
        if ((_traits & ChunkTraits.Han) != ChunkTraits.None)
            _translation.AddTo(_entries, Language.Chinese, _read);
    }
}
