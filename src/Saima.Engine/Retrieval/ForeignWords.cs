using System.Runtime.InteropServices;
using Saima.Engine.Text;

namespace Saima.Engine.Retrieval;

/// <summary>Here are chunks of a query in another language; which English terms do they ask for?</summary>
/// <remarks>
/// Longest phrase first. What the dictionary does not know is asked for as it stands, and so is what products hold in that form while
/// none holds its meaning.
/// </remarks>
internal sealed class ForeignWords(QueryChunks chunks, QueryTerms terms, LexiconReaders lexicons, OwnWords own)
{
    // A single word is English after all if products hold it so much more often than what it would mean.
    private const int Doubt = 2;

    private readonly RunCutter _runs = new(Lexicon.Of(Language.Chinese));
    private readonly List<(int Start, int Length, int Phrase)> _stretches = [];
    private readonly List<int> _items = [];
    private readonly List<int> _chunkOfItem = [];
    private readonly char[] _small = new char[Chunks.Longest];
    private bool _isDoubtful;

    /// <summary>Begins with a query.</summary>
    /// <param name="isDoubtful">True if a single word says that the query is of this language.</param>
    public void Start(bool isDoubtful) => _isDoubtful = isDoubtful;

    /// <summary>Adds the chunks of the language that begin at an index; how many they are.</summary>
    public int AddFrom(int first, Language language)
    {
        if (language == Language.Chinese)
        {
            AddRun(first);
            return 1;
        }

        var end = Collect(first, language);
        var lexicon = lexicons.Of(language).Lexicon;
        var items = CollectionsMarshal.AsSpan(_items);
        for (var (i, done) = (0, first - 1); i < items.Length;)
        {
            var (phrase, length) = items[i] < 0 ? (LexiconReader.PhraseOf(items[i]), 1) : lexicon.Longest(items[i..]);
            length = Math.Max(1, length);
            var (from, to) = (_chunkOfItem[i], _chunkOfItem[i + length - 1]);
            if (phrase >= 0 && IsMeant(lexicon.PhraseAt(phrase), from, to))
                AddMeaning(lexicon.PhraseAt(phrase), language, (chunks.PlaceOf(from).Start, chunks.PlaceOf(to).End));
            else
                AddOwn(Math.Max(from, done + 1), to);
            done = Math.Max(done, to);
            i += length;
        }

        return end - first;
    }

    private int Collect(int first, Language language)
    {
        _items.Clear();
        _chunkOfItem.Clear();
        var (reader, index) = (lexicons.Of(language), first);
        for (; index < chunks.Count && FieldTranslation.IsOf(language, chunks.At(index)); index++)
        {
            foreach (var item in reader.ItemsOf(reader.Read(chunks.TextOf(index))))
            {
                _items.Add(item);
                _chunkOfItem.Add(index);
            }
        }

        return index;
    }

    private void AddOwn(int from, int to)
    {
        for (var index = from; index <= to; index++)
            own.AddOne(chunks.At(index), chunks.TextOf(index), chunks.PlaceOf(index));
    }

    private bool IsMeant(Phrase phrase, int from, int to)
    {
        var rarest = RarestOf(phrase);
        if (_isDoubtful && from == to && chunks.At(from) is { Count: 1 } chunk && own.HoldersOf(chunks.Words.WordOf(chunks.TermsOf(chunk)[0])) > Doubt * rarest)
            return false;
        var isHeld = rarest == 0;
        for (var index = from; index <= to; index++)
            isHeld &= own.IsHeld(chunks.At(index));
        return !isHeld;
    }

    private int RarestOf(Phrase phrase)
    {
        var rarest = int.MaxValue;
        foreach (var term in phrase.Terms)
            rarest = Math.Min(rarest, own.HoldersOf(term));
        return rarest;
    }

    private void AddMeaning(Phrase phrase, Language language, (int Start, int End) place)
    {
        foreach (var term in phrase.Terms)
            terms.Add(term);
        terms.Notes.AddTranslation(place.Start, place.End, phrase, language);
    }

    // Chinese has no spaces: what the dictionary does not cover is read by itself, a single character only if nothing was covered.
    private void AddRun(int index)
    {
        var text = chunks.TextOf(index);
        var (lexicon, start) = (lexicons.Of(Language.Chinese).Lexicon, chunks.PlaceOf(index).Start);
        _stretches.Clear();
        _runs.Cut(_small.AsSpan(0, text.ToLowerInvariant(_small)), _stretches);
        var gap = 0;
        foreach (var (at, length, phrase) in _stretches)
        {
            if (phrase == -1)
                continue;
            AddGap(text[gap..at], start + gap, isWhole: false);
            gap = at + length;
            if (phrase >= 0)
                AddPiece(lexicon.PhraseAt(phrase), text.Slice(at, length), start + at);
        }

        AddGap(text[gap..], start + gap, isWhole: gap == 0);
    }

    private void AddPiece(Phrase phrase, ReadOnlySpan<char> text, int start)
    {
        if (RarestOf(phrase) == 0 && own.IsHeld(chunks.Part(text)))
            AddGap(text, start, isWhole: true);
        else
            AddMeaning(phrase, Language.Chinese, (start, start + text.Length));
    }

    private void AddGap(ReadOnlySpan<char> text, int start, bool isWhole)
    {
        if (text.IsEmpty || (!isWhole && text.Length == 1 && Script.IsHan(text[0])))
            return;
        own.AddOne(chunks.Part(text), text, (start, start + text.Length));
    }
}
