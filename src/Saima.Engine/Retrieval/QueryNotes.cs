using Saima.Engine.Text;

namespace Saima.Engine.Retrieval;

/// <summary>What was done to the words of the last query? Noted as numbers, told in words only when somebody asks.</summary>
internal sealed class QueryNotes
{
    private readonly List<(int Start, int End, string? Meaning, int Language, int Word)> _notes = [];
    private string _query = "";

    public void Start(string query)
    {
        _query = query;
        _notes.Clear();
    }

    /// <summary>Notes that characters of the query were translated.</summary>
    public void AddTranslation(int start, int end, Phrase phrase, Language language) => _notes.Add((start, end, phrase.English, (int)language, 0));

    /// <summary>Notes that characters of the query were taken for another word, a number in the table of terms.</summary>
    public void AddCorrection(int start, int end, int term) => _notes.Add((start, end, null, 0, term));

    /// <summary>Says it.</summary>
    public QueryReading Tell(QueryTerms terms, TermTable table)
    {
        var (corrections, translations) = (new List<Correction>(), new List<Translation>());
        foreach (var (start, end, meaning, language, term) in _notes)
        {
            var from = _query[start..end];
            if (meaning is null)
                corrections.Add(new Correction(from, table.WordOf(term).ToString()));
            else
                translations.Add(new Translation(from, meaning, Lexicon.Of((Language)language).Code));
        }

        return new QueryReading(corrections, translations, SynonymsOf(terms));
    }

    private static List<string> SynonymsOf(QueryTerms terms)
    {
        var (all, words, names) = (Synonyms.Shipped, new int[terms.Count], new List<string>());
        for (var i = 0; i < words.Length; i++)
            words[i] = all.WordOf(terms.SpanAt(i));
        for (var i = 0; i < words.Length;)
        {
            var (member, length) = all.Longest(words.AsSpan(i));
            i += Math.Max(1, length);
            for (var (other, end) = member < 0 ? (0, 0) : all.GroupOf(member); other < end; other++)
            {
                if (other != member && !names.Contains(all.WrittenAt(other)))
                    names.Add(all.WrittenAt(other));
            }
        }

        return names;
    }
}
