namespace Saima.Engine.Text;

/// <summary>Here is a word that no product holds; which frequent word was meant?</summary>
/// <remarks>
/// Symmetric deletion (W. Garbe, SymSpell, 2012): a word and its misspelling become equal when each loses at most as many letters as
/// they lie apart, and for words of more than <see cref="Prefix"/> letters it is enough to delete from the first ones. Every frequent
/// word stands in the lists of all it can so become; a query looks into at most 29 lists. Built once a table of frequencies.
/// </remarks>
internal sealed class SpellingIndex
{
    /// <summary>Products that must hold a word before another is taken for it.</summary>
    public const int LeastHolders = 50;

    /// <summary>Letters from which a word is corrected at all.</summary>
    public const int Shortest = 4;

    /// <summary>Letters from which two mistakes are allowed.</summary>
    public const int LongEnoughForTwo = 8;

    // At least two more than the most mistakes: 5 to 9 were tried by the makers of the method, 7 is their balance of time and memory.
    private const int Prefix = 7;

    private readonly DocumentFrequencies _frequencies;
    private readonly int[] _starts;
    private readonly int[] _terms;

    public SpellingIndex(DocumentFrequencies frequencies)
    {
        _frequencies = frequencies;
        var words = FrequentWords(frequencies);
        var bits = 4;
        while (1 << bits < words.Count * 8)
            bits++;
        _starts = new int[(1 << bits) + 1];
        foreach (var term in words)
            Visit(term, (bucket, _) => _starts[bucket + 1]++);
        for (var bucket = 0; bucket + 1 < _starts.Length; bucket++)
            _starts[bucket + 1] += _starts[bucket];
        _terms = new int[_starts[^1]];
        var next = _starts.AsSpan(0, _starts.Length - 1).ToArray();
        foreach (var term in words)
            Visit(term, (bucket, word) => _terms[next[bucket]++] = word);
    }

    /// <summary>Mistakes that are allowed in a word of that many letters; 0 = it is not corrected.</summary>
    public static int MostMistakes(int letters) => letters >= LongEnoughForTwo ? 2 : letters >= Shortest ? 1 : 0;

    /// <summary>True if the word may be the right one for another: held by enough products, of letters of one script.</summary>
    public static bool IsTarget(DocumentFrequencies frequencies, int term) =>
        frequencies.CountOf(term) >= LeastHolders && frequencies.Terms.WordOf(term) is { Length: >= Shortest - 1 and <= WordDistance.Longest } word && Script.OfWord(word) != 0;

    /// <summary>The term that was meant: nearest to either form, then held by most, then first in ordinal order; −1 if none is near.</summary>
    /// <param name="word">The word as it is compared, its ending removed.</param>
    /// <param name="plain">The word with its ending.</param>
    public int Find(ReadOnlySpan<char> word, ReadOnlySpan<char> plain)
    {
        var best = new Candidate(-1, int.MaxValue, 0);
        Search(word, ref best);
        if (!plain.SequenceEqual(word))
            Search(plain, ref best);
        return best.Term;
    }

    private void Search(ReadOnlySpan<char> word, ref Candidate best)
    {
        var most = MostMistakes(word.Length);
        var script = Script.OfWord(word);
        if (most == 0 || script == 0 || word.Length > WordDistance.Longest)
            return;
        Span<char> rest = stackalloc char[Prefix];
        var prefix = word[..Math.Min(Prefix, word.Length)];
        Look(prefix, word, most, ref best);
        for (var i = 0; i < prefix.Length; i++)
        {
            var once = Without(prefix, i, rest);
            Look(once, word, most, ref best);
            if (most == 2)
                LookFurther(once, i, word, ref best);
        }
    }

    private void LookFurther(ReadOnlySpan<char> once, int from, ReadOnlySpan<char> word, ref Candidate best)
    {
        Span<char> rest = stackalloc char[Prefix];
        for (var i = from; i < once.Length; i++)
            Look(Without(once, i, rest), word, 2, ref best);
    }

    private void Look(ReadOnlySpan<char> rest, ReadOnlySpan<char> word, int most, ref Candidate best)
    {
        var bucket = BucketOf(rest);
        foreach (var term in _terms.AsSpan(_starts[bucket].._starts[bucket + 1]))
        {
            var target = _frequencies.Terms.WordOf(term);
            if (Script.OfWord(target) != Script.OfWord(word))
                continue;
            var mistakes = WordDistance.Of(word, target, Math.Min(most, best.Mistakes));
            if (mistakes <= most && Beats(term, target, mistakes, best))
                best = new Candidate(term, mistakes, _frequencies.CountOf(term));
        }
    }

    private bool Beats(int term, ReadOnlySpan<char> target, int mistakes, Candidate best)
    {
        if (mistakes != best.Mistakes)
            return mistakes < best.Mistakes;
        var holders = _frequencies.CountOf(term);
        return holders != best.Holders ? holders > best.Holders : target.SequenceCompareTo(_frequencies.Terms.WordOf(best.Term)) < 0;
    }

    private static List<int> FrequentWords(DocumentFrequencies frequencies)
    {
        var words = new List<int>();
        for (var term = 0; term < frequencies.Counted; term++)
        {
            if (IsTarget(frequencies, term))
                words.Add(term);
        }

        return words;
    }

    // A word may stand twice in a list (pool without either o); that is cheaper than to look.
    private void Visit(int term, Action<int, int> visit)
    {
        var word = _frequencies.Terms.WordOf(term);
        Span<char> once = stackalloc char[Prefix];
        Span<char> twice = stackalloc char[Prefix];
        var prefix = word[..Math.Min(Prefix, word.Length)];
        visit(BucketOf(prefix), term);
        for (var i = 0; i < prefix.Length; i++)
        {
            var rest = Without(prefix, i, once);
            visit(BucketOf(rest), term);
            for (var j = i; word.Length >= LongEnoughForTwo - 2 && j < rest.Length; j++)
                visit(BucketOf(Without(rest, j, twice)), term);
        }
    }

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> word, int index, Span<char> rest)
    {
        word[..index].CopyTo(rest);
        word[(index + 1)..].CopyTo(rest[index..]);
        return rest[..(word.Length - 1)];
    }

    private int BucketOf(ReadOnlySpan<char> rest)
    {
        var hash = 2166136261u; // FNV-1a
        foreach (var c in rest)
            hash = (hash ^ c) * 16777619;
        return (int)((hash ^ (hash >> 15)) & (uint)(_starts.Length - 2));
    }

    /// <summary>The best word so far.</summary>
    private readonly record struct Candidate(int Term, int Mistakes, int Holders);
}
