using Saima.Engine.Text;

namespace Saima.Engine.Retrieval;

/// <summary>What stands in a query, chunk by chunk? Its words are numbered in a table of its own: the catalogue's table is not for what buyers type.</summary>
internal sealed class QueryChunks : IDisposable
{
    private readonly ChunkReader _reader;
    private readonly List<int> _read = [];
    private readonly List<(int Start, int End)> _places = [];

    public QueryChunks() => _reader = new ChunkReader(Words);

    /// <summary>The words of the queries that were read.</summary>
    public TermTable Words { get; } = new();

    public int Count => _read.Count;

    public Chunk At(int index) => _reader.At(_read[index]);

    public ReadOnlySpan<char> TextOf(int index) => _reader.TextOf(_read[index]);

    /// <summary>Where in the query it stands.</summary>
    public (int Start, int End) PlaceOf(int index) => _places[index];

    public ReadOnlySpan<int> TermsOf(in Chunk chunk) => _reader.TermsOf(chunk);

    /// <summary>The form that begins at a chunk and how many chunks it takes; see <see cref="Forms"/>.</summary>
    public (int Length, int Chunks) FormAt(int index, Span<char> form) => Forms.From(_reader, _read, index, form);

    /// <summary>A part of a chunk, read by itself.</summary>
    public Chunk Part(ReadOnlySpan<char> text) => _reader.At(_reader.Read(text));

    public void Read(string query, LanguageGuess guess)
    {
        _read.Clear();
        _places.Clear();
        guess.Clear();
        _reader.ForgetIfFull();
        var chunks = new Chunks(query);
        while (chunks.Next())
        {
            var number = _reader.Read(chunks.Current);
            _read.Add(number);
            _places.Add((chunks.Start, chunks.Start + chunks.Current.Length));
            guess.Add(_reader.At(number).Languages);
        }
    }

    public void Dispose() => _reader.Dispose();
}
