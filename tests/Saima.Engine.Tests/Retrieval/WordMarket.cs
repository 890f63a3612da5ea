using Saima.Engine.Catalogue;

namespace Saima.Engine.Tests.Retrieval;

/// <summary>A market large enough for lists of every kind: words that nearly all, some, and hardly any products hold.</summary>
internal sealed class WordMarket
{
    private const int Sellers = 40;
    private const int Categories = 9;

    // Chance of each word in a title; one word of 64 is the border between lists of rows and maps of bits.
    private static readonly double[] Chances = [0.9, 0.5, 0.3, 0.1, 0.05, 0.02, 0.017, 0.014, 0.01, 0.005, 0.002, 0.0005];

    // Made up and far apart: none is another's misspelling, plural or translation.
    private static readonly string[] Names =
        ["brivok", "telmuna", "oxarid", "pluzent", "gomfaru", "wequist", "sanduro", "kyphole", "vintrag", "dorbelt", "mezzuka", "flanqot"];

    private readonly Dictionary<int, HashSet<string>> _held = [];

    public WordMarket(int seed, int products, int deltas)
    {
        var random = new Random(seed);
        using var state = new CatalogueState { SmallestBaseMerge = int.MaxValue };
        var market = Some.Market(seed, 0, Sellers, Categories);
        Snapshot = state.Apply(market with { Products = [.. Enumerable.Range(0, products).Select(slot => Listing(random, slot))] });
        for (var i = 0; i < deltas; i++)
            Snapshot = Change(state, random, products, i + 2);
        Snapshot = state.Recount();
        Checked = [.. Snapshot.SellerBySlot.Select(seller => seller!.IsCheckedOn(Some.Day))];
    }

    public Snapshot Snapshot { get; private set; }

    public bool[] Checked { get; }

    public static int Words => Chances.Length;

    public static string Word(int index) => Names[index];

    /// <summary>A query of so many different words, now and then one that nobody holds.</summary>
    public static string Query(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, Words).OrderBy(_ => random.Next()).Take(words).Select(Word).Concat(random.Next(6) == 0 ? ["nobodyhasit"] : []));

    /// <summary>The words that some product holds.</summary>
    public string[] Counted(string[] words) => Array.FindAll(words, word => Snapshot.Frequencies.MayHold(Snapshot.Terms.Find(word)));

    /// <summary>True if the product's title holds the word.</summary>
    public bool Holds(int slot, string word) => _held[slot].Contains(word);

    public IEnumerable<int> Slots => _held.Keys;

    /// <summary>The products that satisfy a query and its filters, by looking at each.</summary>
    public List<int> Holding(string[] words, double share, int enough, Func<Product, bool> takes)
    {
        words = Counted(words);
        if (words.Length == 0)
            return [];
        var idfs = Array.ConvertAll(words, word => Snapshot.Frequencies.IdfOf(Snapshot.Terms.Find(word)));
        var whole = idfs.Aggregate(0f, (sum, idf) => sum + idf);
        var candidates = _held.Keys.Where(slot => takes(Snapshot.FindProduct(slot)!)).Select(slot => (Slot: slot, Held: HeldBy(slot, words, idfs))).ToList();
        var all = candidates.FindAll(one => one.Held >= whole);
        var least = (float)(share * whole);
        var chosen = all.Count > 0 && all.Count >= enough ? all : candidates.FindAll(one => one.Held > 0 && one.Held >= least);
        return [.. chosen.Select(one => one.Slot).Order()];
    }

    public int SlotAt(int row)
    {
        var (segment, local) = Snapshot.Locate(row);
        return Snapshot.Segments[segment].ProductSlot[local];
    }

    private float HeldBy(int slot, string[] words, float[] idfs)
    {
        var held = 0f;
        for (var t = 0; t < words.Length; t++)
            held += Holds(slot, words[t]) ? idfs[t] : 0;
        return held;
    }

    private Product Listing(Random random, int slot)
    {
        var words = Enumerable.Range(0, Words).Where(index => random.NextDouble() < Chances[index]).Select(Word).ToList();
        _held[slot] = [.. words];
        return Some.Listing(random, slot, Sellers, Categories) with
        {
            Title = string.Join(' ', words.Append("thing")),
            Keywords = [],
            Attributes = [],
            Description = "",
        };
    }

    private Snapshot Change(CatalogueState state, Random random, int products, int sequence)
    {
        List<int> removed = [.. Enumerable.Range(0, products / 40).Select(_ => random.Next(products))];
        foreach (var slot in removed)
            _held.Remove(slot);
        List<Product> brought = [.. Enumerable.Range(0, products / 20).Select(_ => random.Next(products)).Distinct().Select(slot => Listing(random, slot))];
        return state.Apply(new CatalogueBatch { Sequence = sequence, RemovedProductSlots = removed, Products = brought });
    }
}
