namespace Saima.Engine.Text;

/// <summary>How rare is a term, and is there such a word? Products that hold it, counted at one moment; immutable.</summary>
/// <remarks>
/// Counted once a day and when the catalogue has grown or shrunk by a tenth, not with every change: a rarity need not be exact, but
/// all races of a day must read the same one.
/// </remarks>
public sealed class DocumentFrequencies
{
    private readonly int[] _counts;
    private readonly int _counted;
    private readonly Lazy<SpellingIndex> _spelling;

    /// <summary>Takes the counts as they are.</summary>
    /// <param name="terms">The terms that are counted.</param>
    /// <param name="counts">Products that hold the term, by term number; a term beyond its end was not there.</param>
    /// <param name="products">Products for sale.</param>
    public DocumentFrequencies(TermTable terms, int[] counts, int products)
    {
        _counts = counts;
        _counted = Math.Min(terms.Count, counts.Length);
        _spelling = new Lazy<SpellingIndex>(() => new SpellingIndex(this), LazyThreadSafetyMode.ExecutionAndPublication);
        Terms = terms;
        Products = products;
    }

    /// <summary>Nothing is for sale.</summary>
    public static DocumentFrequencies Empty { get; } = new(new TermTable(), [], 0);

    /// <summary>The terms that are counted.</summary>
    public TermTable Terms { get; }

    /// <summary>Products for sale when it was counted.</summary>
    public int Products { get; }

    /// <summary>How many terms there were: a higher number is of a term that came later.</summary>
    internal int Counted => _counted;

    /// <summary>The frequent words by their spelling. Built when it is first asked for; any thread may ask, also ahead of the first race.</summary>
    internal SpellingIndex Spelling => _spelling.Value;

    /// <summary>Products that held the term; 0 for −1 and for a term that came later.</summary>
    public int CountOf(int term) => (uint)term < (uint)_counts.Length ? _counts[term] : 0;

    /// <summary>True if products held it, or may hold it since.</summary>
    internal bool MayHold(int term) => term >= _counted || CountOf(term) > 0;

    /// <summary>ln(1 + (N − n + ½) ÷ (n + ½)), N products for sale, n of them with the term.</summary>
    /// <param name="term">The term's number; −1 = no product ever held it.</param>
    public float IdfOf(int term)
    {
        var n = CountOf(term);
        return (float)Math.Log(1 + (Products - n + 0.5) / (n + 0.5));
    }
}
