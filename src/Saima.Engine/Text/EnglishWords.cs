using Lucene.Net.Analysis.Core;

namespace Saima.Engine.Text;

/// <summary>Is this an English word of the trade? The English sides of all dictionaries, synonyms and stop words.</summary>
internal static class EnglishWords
{
    private static readonly Lazy<TermTable> Read = new(ReadAll);

    /// <summary>True if the term, as the analyser gives it, is English.</summary>
    public static bool Has(ReadOnlySpan<char> term) => Read.Value.Find(term) >= 0;

    /// <summary>True if the small letters are a word that English texts are full of.</summary>
    public static bool IsStopWord(ReadOnlySpan<char> word) => StopAnalyzer.ENGLISH_STOP_WORDS_SET.Contains(word.ToString());

    /// <summary>The terms of an English phrase.</summary>
    public static string[] TermsOf(ReadOnlySpan<char> phrase, TextAnalyser analyser)
    {
        var terms = new List<string>();
        analyser.Start(phrase);
        while (analyser.Next(out var term))
            terms.Add(term.ToString());
        return [.. terms];
    }

    private static TermTable ReadAll()
    {
        var words = new TermTable();
        using var analyser = new TextAnalyser();
        for (var language = Language.German; language <= Language.Chinese; language++)
        {
            foreach (var line in TradeFile.Read($"{Lexicon.Of(language).Code}.tsv"))
                AddAll(words, line.Length > 1 ? line[1] : "", analyser);
        }

        foreach (var line in TradeFile.Read("synonyms.tsv"))
        {
            foreach (var member in line)
                AddAll(words, member, analyser);
        }

        foreach (var line in TradeFile.Read("en.tsv"))
            AddAll(words, line[0], analyser);
        return words;
    }

    private static void AddAll(TermTable words, string phrase, TextAnalyser analyser)
    {
        foreach (var term in TermsOf(phrase, analyser))
            words.FindOrAdd(term);
    }
}
