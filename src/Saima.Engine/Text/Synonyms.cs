namespace Saima.Engine.Text;

/// <summary>Which English words of the trade mean the same? Groups read once from <c>Trade/synonyms.tsv</c>.</summary>
internal sealed class Synonyms
{
    /// <summary>What an occurrence of a word counts for each of its synonyms: less than the word itself, so that who says it comes first.</summary>
    public const float Share = 0.1f;

    private static readonly Lazy<Synonyms> Read = new(static () => new Synonyms(TradeFile.Read("synonyms.tsv")));

    private readonly TermTable _words = new();
    private readonly PhraseBook _book = new();
    private readonly List<Member> _members = [];

    private Synonyms(List<string[]> groups)
    {
        using var analyser = new TextAnalyser();
        foreach (var group in groups)
        {
            var first = _members.Count;
            foreach (var written in group)
                AddMember(written, first, group.Length, analyser);
        }
    }

    /// <summary>The list that ships with the program.</summary>
    public static Synonyms Shipped => Read.Value;

    /// <summary>How many different words the groups hold.</summary>
    public int WordCount => _words.Count;

    /// <summary>The number of a term in these groups; −1 = it is in none.</summary>
    public int WordOf(ReadOnlySpan<char> term) => _words.Find(term);

    public ReadOnlySpan<char> TermOf(int word) => _words.WordOf(word);

    /// <summary>The longest member at the beginning of the words: its number, −1 if there is none, and how many words it takes.</summary>
    public (int Member, int Length) Longest(ReadOnlySpan<int> words) => _book.Longest(words);

    /// <summary>The other members of a member's group.</summary>
    public (int First, int End) GroupOf(int member) => (_members[member].First, _members[member].First + _members[member].Size);

    /// <summary>A member as the list writes it.</summary>
    public string WrittenAt(int member) => _members[member].Written;

    /// <summary>The words of a member.</summary>
    public ReadOnlySpan<int> WordsAt(int member) => _members[member].Words;

    /// <summary>Terms of all synonyms that a row of terms has, itself left out.</summary>
    public string[] TermsBeside(ReadOnlySpan<string> terms)
    {
        var (words, beside) = (new int[terms.Length], new List<string>());
        for (var i = 0; i < terms.Length; i++)
            words[i] = WordOf(terms[i]);
        for (var i = 0; i < words.Length;)
        {
            var (member, length) = Longest(words.AsSpan(i));
            i += Math.Max(1, length);
            for (var (other, end) = member < 0 ? (0, 0) : GroupOf(member); other < end; other++)
            {
                foreach (var word in other == member ? [] : WordsAt(other))
                    beside.Add(TermOf(word).ToString());
            }
        }

        return [.. beside];
    }

    private void AddMember(string written, int first, int size, TextAnalyser analyser)
    {
        var terms = EnglishWords.TermsOf(written, analyser);
        var words = Array.ConvertAll(terms, term => _words.FindOrAdd(term));
        _book.TryAdd(words, _members.Count);
        _members.Add(new Member(written, words, first, size));
    }

    /// <summary>One way to say it.</summary>
    private sealed record Member(string Written, int[] Words, int First, int Size);
}
