namespace Saima.Engine.Text;

/// <summary>In which language is a text of Latin script? English unless another clearly wins.</summary>
/// <remarks>A word speaks for a language if its dictionary or its function words know it and English does not, and the other way round.</remarks>
internal sealed class LanguageGuess
{
    private const int Latin = 6;

    private readonly int[] _words = new int[1 << Latin];
    private int _all;

    public void Clear()
    {
        Array.Clear(_words);
        _all = 0;
    }

    /// <summary>Counts a word by the languages that know it.</summary>
    public void Add(byte languages)
    {
        _words[languages]++;
        _all += languages == 0 ? 0 : 1;
    }

    /// <summary>The language of a product's text: two words more than English knows, and more than twice those that only English knows; or every word.</summary>
    public Language OfText()
    {
        var (best, foreign, english) = Best();
        return (foreign >= 2 && foreign > 2 * english) || (foreign > 0 && english == 0 && foreign == _all && _words[0] == 0) ? best : Language.English;
    }

    /// <summary>The language of a query and how many words speak for it: one is enough if none speaks for English alone.</summary>
    public (Language Language, int Words) OfQuery()
    {
        var (best, foreign, english) = Best();
        return foreign > english ? (best, foreign) : (Language.English, 0);
    }

    // Most words that English does not know, then most words at all, then the order of the languages.
    private (Language Best, int Foreign, int English) Best()
    {
        var (best, bestForeign, bestAll, bestEnglish) = (Language.English, 0, 0, 0);
        for (var language = Language.German; language <= Language.Italian; language++)
        {
            var (foreign, both, english) = Count(language);
            if (foreign > bestForeign || (foreign == bestForeign && foreign > 0 && foreign + both > bestAll))
                (best, bestForeign, bestAll, bestEnglish) = (language, foreign, foreign + both, english);
        }

        return (best, bestForeign, bestEnglish);
    }

    private (int Foreign, int Both, int English) Count(Language language)
    {
        var (foreign, both, english) = (0, 0, 0);
        for (var known = 1; known < _words.Length; known++)
        {
            var (own, isEnglish) = ((known >> (int)language) & 1, known & 1);
            foreign += own > isEnglish ? _words[known] : 0;
            both += (own & isEnglish) * _words[known];
            english += isEnglish > own ? _words[known] : 0;
        }

        return (foreign, both, english);
    }
}
