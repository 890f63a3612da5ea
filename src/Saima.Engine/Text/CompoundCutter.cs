namespace Saima.Engine.Text;

/// <summary>Here is a German compound; of which words of the dictionary is it made?</summary>
/// <remarks>Fewest pieces win, then the longest first one. Between two pieces s, n, en, es or er may stand; the last one may be inflected.</remarks>
internal sealed class CompoundCutter(Lexicon lexicon)
{
    /// <summary>A shorter word is no compound.</summary>
    public const int Shortest = 7;

    private const int ShortestPiece = 3;
    private const int Longest = 64;
    private static readonly string[] Links = ["", "s", "n", "en", "es", "er"];

    private readonly (int Pieces, int From, int Phrase)[] _best = new (int, int, int)[Longest + 1];
    private readonly char[] _stem = new char[Longest];

    /// <summary>Adds the phrases of the pieces, in order; false if the word is not made of known pieces.</summary>
    public bool TryCut(ReadOnlySpan<char> word, List<int> phrases)
    {
        if (word.Length is < Shortest or > Longest)
            return false;
        Array.Fill(_best, (int.MaxValue, 0, 0), 0, word.Length + 1);
        _best[0] = (0, 0, 0);
        for (var start = 0; start < word.Length; start++)
        {
            if (_best[start].Pieces != int.MaxValue)
                ReachFrom(start, word);
        }

        if (_best[word.Length].Pieces is < 2 or int.MaxValue)
            return false;
        var at = phrases.Count;
        for (var end = word.Length; end > 0; end = _best[end].From)
            phrases.Insert(at, _best[end].Phrase);
        return true;
    }

    private void ReachFrom(int start, ReadOnlySpan<char> word)
    {
        for (var end = word.Length; end >= start + ShortestPiece; end--)
        {
            var phrase = end == word.Length ? LastPiece(word[start..]) : lexicon.PieceOf(word[start..end]);
            if (phrase < 0)
                continue;
            var pieces = _best[start].Pieces + 1;
            foreach (var link in Links)
            {
                if (end + link.Length <= word.Length - (link.Length == 0 ? 0 : ShortestPiece) && word[end..].StartsWith(link) && pieces < _best[end + link.Length].Pieces)
                    _best[end + link.Length] = (pieces, start, phrase);
            }
        }
    }

    private int LastPiece(ReadOnlySpan<char> piece)
    {
        var phrase = lexicon.PieceOf(piece);
        if (phrase >= 0)
            return phrase;
        piece.CopyTo(_stem);
        var word = lexicon.WordOf(_stem.AsSpan(0, LightStem.Of(Language.German, _stem, piece.Length)));
        return word < 0 || lexicon.IsFunction(word) ? -1 : lexicon.Longest([word]).Phrase;
    }
}
