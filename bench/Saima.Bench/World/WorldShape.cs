using Saima.Demo;
using Saima.Engine.Catalogue;

namespace Saima.Bench.World;

/// <summary>Which categories and suppliers has the made-up catalogue?</summary>
public sealed class WorldShape
{
    /// <summary>Leaves of each trade; with 40 trades about 2,000 in all.</summary>
    public const int LeavesATrade = 50;

    /// <summary>Made-up words from which leaves take their own.</summary>
    public const int LeafVocabulary = 20_000;

    private const int GroupsATrade = 5;

    // The largest of 2,000 categories holds 0.8 % of the products, the smallest 0.01 %.
    private const double CategoryFlatness = 30;

    private readonly List<Category> _categories = [];
    private readonly List<LeafCategory> _leaves = [];
    private readonly List<int> _slotOfLeaf = [];

    public WorldShape(WorldOptions options)
    {
        Options = options;
        foreach (var trade in WorldWords.Trades)
            AddTrade(trade);
        Sellers = MakeSellers();
    }

    public WorldOptions Options { get; }

    /// <summary>Parents before children.</summary>
    public IReadOnlyList<Category> Categories => _categories;

    public IReadOnlyList<LeafCategory> Leaves => _leaves;

    /// <summary>By seller slot.</summary>
    public IReadOnlyList<WorldSeller> Sellers { get; }

    /// <summary>The category slot of a leaf.</summary>
    public int SlotOf(int leaf) => _slotOfLeaf[leaf];

    private void AddTrade(Trade trade)
    {
        var root = Add(trade.Name, -1);
        var groups = Enumerable.Range(0, GroupsATrade).Select(group => Add($"{trade.Name} > {trade.Heads[group]} range", root)).ToArray();
        var names = trade.Heads.SelectMany((_, head) => trade.Kinds.Select((_, kind) => (head, kind)));
        foreach (var name in new DrawStream(Options.Seed, trade.Name).Shuffled(names).Take(LeavesATrade))
        {
            var leaf = new LeafCategory(_leaves.Count, trade, name, Options.Seed);
            var group = groups[name.head % GroupsATrade];
            _slotOfLeaf.Add(Add(leaf.Path($"{trade.Heads[name.head % GroupsATrade]} range"), group));
            _leaves.Add(leaf);
        }
    }

    private int Add(string path, int parent)
    {
        _categories.Add(new Category(_categories.Count, path, parent));
        return _categories.Count - 1;
    }

    private WorldSeller[] MakeSellers()
    {
        var byRank = new DrawStream(Options.Seed, "ranks").Shuffled(Enumerable.Range(0, _leaves.Count));
        var sizes = WorldSeller.Sizes(Options);
        var sellers = new WorldSeller[sizes.Length];
        var first = 0;
        for (var slot = 0; slot < sizes.Length; slot++)
        {
            var draw = new DrawStream(Options.Seed, "assortment", slot);
            var leaves = AssortmentOf(byRank[Zipf.Rank(draw.Unit(), byRank.Length, CategoryFlatness)], sizes[slot], draw);
            var letters = new string([Letter(draw), Letter(draw), Letter(draw)]);
            sellers[slot] = new WorldSeller(first, sizes[slot], leaves, MadeUpWords.At(LeafVocabulary + slot % (MadeUpWords.Most - LeafVocabulary)), letters);
            first += sizes[slot];
        }

        return sellers;
    }

    private static char Letter(DrawStream draw) => (char)('A' + draw.Below(26));

    // The first leaf and up to two of the same trade.
    private static int[] AssortmentOf(int leaf, int size, DrawStream draw)
    {
        var first = leaf - leaf % LeavesATrade;
        var count = Math.Min(size, 1 + draw.Below(3));
        return [leaf, .. Enumerable.Range(1, count - 1).Select(_ => first + draw.Below(LeavesATrade))];
    }
}
