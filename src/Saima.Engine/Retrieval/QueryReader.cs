using Saima.Engine.Catalogue;
using Saima.Engine.Text;

namespace Saima.Engine.Retrieval;

/// <summary>Here is a query; stretch by stretch, is it read as it stands or translated?</summary>
internal sealed class QueryReader(QueryTerms terms) : IDisposable
{
    // Different spellings that a reader remembers before it begins anew.
    private const int MostWords = 1 << 16;

    private readonly LanguageGuess _guess = new();
    private QueryChunks? _chunks;
    private OwnWords? _own;
    private ForeignWords? _foreign;

    public void Read(string query, Snapshot snapshot)
    {
        var chunks = Ready();
        chunks.Read(query, _guess);
        var (latin, evidence) = _guess.OfQuery();
        _own!.Start(snapshot, latin);
        _foreign!.Start(isDoubtful: evidence == 1);
        for (var i = 0; i < chunks.Count;)
        {
            var language = LanguageAt(i, latin);
            i += language == Language.English ? _own.AddAt(i) : _foreign.AddFrom(i, language);
        }
    }

    public void Dispose() => _chunks?.Dispose();

    private Language LanguageAt(int index, Language latin)
    {
        var chunk = _chunks!.At(index);
        if (chunk.Is(ChunkTraits.Han))
            return Language.Chinese;
        if (chunk.Is(ChunkTraits.Cyrillic))
            return Language.Russian;
        if (chunk.Is(ChunkTraits.Arabic))
            return Language.Arabic;
        return latin != Language.English && FieldTranslation.IsOf(latin, chunk) ? latin : Language.English;
    }

    private QueryChunks Ready()
    {
        if (_chunks is { } ready && ready.Words.Count < MostWords)
            return ready;
        _chunks?.Dispose();
        var chunks = new QueryChunks();
        var lexicons = new LexiconReaders(chunks.Words);
        _own = new OwnWords(chunks, terms, lexicons);
        _foreign = new ForeignWords(chunks, terms, lexicons, _own);
        return _chunks = chunks;
    }
}
