using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;

namespace Saima.Engine.Text;

/// <summary>Here is a word of a language, in small letters and without accents; what is left without its endings?</summary>
/// <remarks>The light stemmers of Lucene (Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", 2006). They keep no state.</remarks>
internal static class LightStem
{
    private static readonly GermanLightStemmer German = new();
    private static readonly FrenchLightStemmer French = new();
    private static readonly SpanishLightStemmer Spanish = new();
    private static readonly PortugueseLightStemmer Portuguese = new();
    private static readonly ItalianLightStemmer Italian = new();
    private static readonly RussianLightStemmer Russian = new();
    private static readonly ArabicNormalizer ArabicLetters = new();
    private static readonly ArabicStemmer Arabic = new();

    /// <summary>Changes the word in place; how many characters are left.</summary>
    public static int Of(Language language, char[] word, int length) => language switch
    {
        Language.German => German.Stem(word, length),
        Language.French => French.Stem(word, length),
        Language.Spanish => Spanish.Stem(word, length),
        Language.Portuguese => Portuguese.Stem(word, length),
        Language.Italian => Italian.Stem(word, length),
        Language.Russian => Russian.Stem(word, WithoutDots(word, length)),
        Language.Arabic => Arabic.Stem(word, ArabicLetters.Normalize(word, length)),
        _ => length,
    };

    // ё is written е by most who type.
    private static int WithoutDots(char[] word, int length)
    {
        word.AsSpan(0, length).Replace('ё', 'е');
        return length;
    }
}
