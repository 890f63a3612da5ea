using Saima.Engine.Catalogue;
using Saima.Engine.Text;

namespace Saima.Engine.Retrieval;

/// <summary>Here is a chunk of a query that is read as it stands; which terms does it ask for?</summary>
/// <remarks>
/// A form or quantity that the catalogue knows stands for its parts. A word that no product holds is tried in the languages' stems,
/// then as a foreign word, then as a misspelt one; a term with a digit never.
/// </remarks>
internal sealed class OwnWords(QueryChunks chunks, QueryTerms terms, LexiconReaders lexicons)
{
    private const int ShortestStem = 3;

    private readonly PlainWords _plain = new();
    private Snapshot _snapshot = null!;
    private Language _latin;

    /// <summary>Begins with a query.</summary>
    /// <param name="snapshot">What it is asked of.</param>
    /// <param name="latin">The language of its words in Latin script.</param>
    public void Start(Snapshot snapshot, Language latin) => (_snapshot, _latin) = (snapshot, latin);

    /// <summary>Adds what begins at a chunk; how many chunks that took.</summary>
    public int AddAt(int index)
    {
        Span<char> form = stackalloc char[Forms.Longest];
        var (length, taken) = chunks.FormAt(index, form);
        if (length > 0 && IsHeld(form[..length]))
        {
            terms.Add(form[..length]);
            return taken;
        }

        AddOne(chunks.At(index), chunks.TextOf(index), chunks.PlaceOf(index));
        return 1;
    }

    /// <summary>Adds one chunk, or a part of one.</summary>
    public void AddOne(in Chunk chunk, ReadOnlySpan<char> text, (int Start, int End) place)
    {
        if (TryAddWhole(chunk.Quantity) || TryAddWhole(chunk.Joined))
            return;
        foreach (var term in chunks.TermsOf(chunk))
        {
            var word = chunks.Words.WordOf(term);
            if (MayBeHeld(word) || word.ContainsAnyInRange('0', '9') || chunk.Count > 1 || !TryOtherwise(word, text, place))
                terms.Add(word);
        }
    }

    /// <summary>True if products hold every term.</summary>
    public bool IsHeld(in Chunk chunk)
    {
        var all = chunk.Count > 0;
        foreach (var term in chunks.TermsOf(chunk))
            all &= IsHeld(chunks.Words.WordOf(term));
        return all;
    }

    /// <summary>How many products hold a term.</summary>
    public int HoldersOf(ReadOnlySpan<char> word) => _snapshot.Frequencies.CountOf(_snapshot.Terms.Find(word));

    private bool TryAddWhole(int form)
    {
        if (form < 0 || !IsHeld(chunks.Words.WordOf(form)))
            return false;
        terms.Add(chunks.Words.WordOf(form));
        return true;
    }

    private bool TryOtherwise(ReadOnlySpan<char> word, ReadOnlySpan<char> text, (int Start, int End) place)
    {
        if (Script.OfWord(word) == 0)
            return false;
        if (Script.IsLatin(word[0]) && word.Length >= ShortestStem && TryLanguages(text, place))
            return true;
        _plain.Read(text);
        var meant = _snapshot.Frequencies.Spelling.Find(word, _plain.Count == 1 ? _plain[0] : word);
        if (meant < 0)
            return false;
        terms.Notes.AddCorrection(place.Start, place.End, meant);
        terms.Add(_snapshot.Terms.WordOf(meant));
        return true;
    }

    private bool TryLanguages(ReadOnlySpan<char> text, (int Start, int End) place)
    {
        if (_latin != Language.English && TryStem(text, _latin))
            return true;
        for (var language = Language.German; language <= Language.Italian; language++)
        {
            if (TryStem(text, language))
                return true;
        }

        for (var language = Language.German; language <= Language.Italian; language++)
        {
            if (TryMeaning(text, language, place))
                return true;
        }

        return false;
    }

    private bool TryStem(ReadOnlySpan<char> text, Language language)
    {
        var reader = lexicons.Of(language);
        var stems = reader.StemsOf(reader.Read(text));
        if (stems.Length != 1 || !IsHeld(chunks.Words.WordOf(stems[0])))
            return false;
        terms.Add(chunks.Words.WordOf(stems[0]));
        return true;
    }

    private bool TryMeaning(ReadOnlySpan<char> text, Language language, (int Start, int End) place)
    {
        var reader = lexicons.Of(language);
        var items = reader.ItemsOf(reader.Read(text));
        if (items.Length != 1)
            return false;
        var phrase = items[0] < 0 ? LexiconReader.PhraseOf(items[0]) : reader.Lexicon.Longest(items).Phrase;
        if (phrase < 0)
            return false;
        var meaning = reader.Lexicon.PhraseAt(phrase);
        foreach (var term in meaning.Terms)
        {
            if (!IsHeld(term))
                return false;
        }

        foreach (var term in meaning.Terms)
            terms.Add(term);
        terms.Notes.AddTranslation(place.Start, place.End, meaning, language);
        return true;
    }

    private bool IsHeld(ReadOnlySpan<char> word) => HoldersOf(word) > 0;

    // A word that came after the count is not unknown, only uncounted.
    private bool MayBeHeld(ReadOnlySpan<char> word) => _snapshot.Frequencies.MayHold(_snapshot.Terms.Find(word));
}
