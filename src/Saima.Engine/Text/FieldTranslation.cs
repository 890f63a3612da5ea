using System.Runtime.InteropServices;

namespace Saima.Engine.Text;

/// <summary>Here is a text in another language; which English terms does it mean, and what are its own stems?</summary>
internal sealed class FieldTranslation(ChunkReader chunks, TermTable table)
{
    private const int Unknown = -1;

    private readonly LexiconReaders _readers = new(table);
    private readonly List<int> _items = [];

    /// <summary>Adds terms and how often each counts: a meaning like a word itself, its synonyms as everywhere.</summary>
    public void Add(Language language, List<int> read, List<int> terms, List<float> times)
    {
        var reader = _readers.Of(language);
        _items.Clear();
        foreach (var number in read)
        {
            if (number < 0 || !IsOf(language, chunks.At(number)))
                _items.Add(Unknown);
            else
                AddChunk(reader, number, terms, times);
        }

        AddPhrases(reader.Lexicon, terms, times);
    }

    /// <summary>True if a chunk may be of the language: of its script and, for Latin, without digits.</summary>
    public static bool IsOf(Language language, in Chunk chunk) => language switch
    {
        Language.Russian => chunk.Is(ChunkTraits.Cyrillic),
        Language.Arabic => chunk.Is(ChunkTraits.Arabic),
        Language.Chinese => chunk.Is(ChunkTraits.Han),
        _ => !chunk.Is(ChunkTraits.Cyrillic | ChunkTraits.Arabic | ChunkTraits.Han | ChunkTraits.Code),
    };

    private void AddChunk(LexiconReader reader, int number, List<int> terms, List<float> times)
    {
        var entry = reader.Read(chunks.TextOf(number));
        _items.AddRange(reader.ItemsOf(entry));
        var own = chunks.TermsOf(chunks.At(number));
        foreach (var stem in reader.StemsOf(entry))
        {
            if (own.Contains(stem))
                continue;
            terms.Add(stem);
            times.Add(1);
        }
    }

    private void AddPhrases(Lexicon lexicon, List<int> terms, List<float> times)
    {
        var items = CollectionsMarshal.AsSpan(_items);
        for (var i = 0; i < items.Length;)
        {
            var (phrase, length) = items[i] < 0 ? (LexiconReader.PhraseOf(items[i]), 1) : lexicon.Longest(items[i..]);
            i += Math.Max(1, length);
            if (phrase >= 0)
                AddMeaning(lexicon.PhraseAt(phrase), terms, times);
        }
    }

    private void AddMeaning(Phrase phrase, List<int> terms, List<float> times)
    {
        foreach (var term in phrase.Terms)
        {
            terms.Add(table.FindOrAdd(term));
            times.Add(1);
        }

        foreach (var term in phrase.Synonyms)
        {
            terms.Add(table.FindOrAdd(term));
            times.Add(Synonyms.Share);
        }
    }
}
