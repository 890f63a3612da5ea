namespace Saima.Engine.Text;

/// <summary>What do the trade's words of one language mean in English? Read once from <c>Trade/xx.tsv</c>, then never changed.</summary>
/// <remarks>Words are compared folded and stemmed, function words left out: <c>válvula de esfera</c> is known as <c>valvul esfer</c>.</remarks>
internal sealed class Lexicon
{
    private static readonly string[] Codes = ["en", "de", "fr", "es", "pt", "it", "ru", "ar", "zh"];
    private static readonly Lazy<Lexicon[]> Read = new(ReadAll);

    private readonly List<Phrase> _phrases = [];
    private readonly List<bool> _isFunction = [];
    private readonly PhraseBook _book = new();
    private readonly TermTable _words = new();
    private readonly Dictionary<string, int> _pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _pieceBySpan;

    private Lexicon(Language language)
    {
        Language = language;
        _pieceBySpan = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A piece that says nothing by itself.</summary>
    public const int FunctionPiece = -2;

    public Language Language { get; }

    /// <summary>ISO 639-1.</summary>
    public string Code => Codes[(int)Language];

    public bool IsWholeRuns => Language == Language.Chinese;

    /// <summary>The dictionary of a language; English has none and is empty.</summary>
    public static Lexicon Of(Language language) => Read.Value[(int)language];

    public Phrase PhraseAt(int number) => _phrases[number];

    public bool IsFunction(int word) => _isFunction[word];

    /// <summary>The number of a folded and stemmed word; −1 = no phrase holds it.</summary>
    public int WordOf(ReadOnlySpan<char> stem) => _words.Find(stem);

    /// <summary>The longest phrase at the beginning of the words.</summary>
    public (int Phrase, int Length) Longest(ReadOnlySpan<int> words) => _book.Longest(words);

    /// <summary>The phrase that is one piece of a compound or a run: its number, −1 = no such piece, −2 = a function word.</summary>
    public int PieceOf(ReadOnlySpan<char> text) => _pieceBySpan.TryGetValue(text, out var phrase) ? phrase : -1;

    private static Lexicon[] ReadAll()
    {
        using var analyser = new TextAnalyser();
        var all = new Lexicon[Codes.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new Lexicon((Language)i);
            all[i].ReadFile(analyser);
        }

        return all;
    }

    private void ReadFile(TextAnalyser analyser)
    {
        var lines = TradeFile.Read($"{Code}.tsv");
        var (plain, stem, words) = (new PlainWords(), new char[256], new List<int>());
        foreach (var line in lines)
        {
            if (line.Length < 2 || line[1].Length == 0)
                AddWords(line[0], plain, stem, words, isFunction: true);
        }

        foreach (var line in lines)
        {
            if (line.Length < 2 || line[1].Length == 0)
                continue;
            AddWords(line[0], plain, stem, words, isFunction: false);
            var terms = EnglishWords.TermsOf(line[1], analyser);
            if (words.Count > 0 && terms.Length > 0)
                AddPhrase(line[0], words, new Phrase(line[1], terms, Synonyms.Shipped.TermsBeside(terms)));
        }
    }

    private void AddPhrase(string foreign, List<int> words, Phrase phrase)
    {
        if (IsWholeRuns)
            _pieces.TryAdd(foreign.ToLowerInvariant(), _phrases.Count);
        else
            _book.TryAdd([.. words], _phrases.Count);
        if (!IsWholeRuns && words.Count == 1)
            AddPiece(foreign);
        _phrases.Add(phrase);
    }

    private void AddPiece(string foreign)
    {
        var plain = new PlainWords();
        plain.Read(foreign);
        if (plain.Count == 1)
            _pieces.TryAdd(plain[0].ToString(), _phrases.Count);
    }

    private void AddWords(string phrase, PlainWords plain, char[] stem, List<int> words, bool isFunction)
    {
        words.Clear();
        if (IsWholeRuns)
        {
            if (isFunction)
                _pieces.TryAdd(phrase, FunctionPiece);
            words.Add(0);
            return;
        }

        var chunks = new Chunks(phrase);
        while (chunks.Next())
        {
            plain.Read(chunks.Current);
            for (var i = 0; i < plain.Count; i++)
                AddWord(plain[i], stem, words, isFunction);
        }
    }

    private void AddWord(ReadOnlySpan<char> plain, char[] stem, List<int> words, bool isFunction)
    {
        plain.CopyTo(stem);
        var word = _words.FindOrAdd(stem.AsSpan(0, Math.Max(1, LightStem.Of(Language, stem, plain.Length))));
        if (word == _isFunction.Count)
            _isFunction.Add(isFunction);
        if (!_isFunction[word])
            words.Add(word);
    }
}
