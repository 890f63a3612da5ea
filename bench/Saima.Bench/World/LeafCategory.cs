using Saima.Demo;

namespace Saima.Bench.World;

/// <summary>What is sold in one leaf category, and with which words?</summary>
public sealed class LeafCategory
{
    private const int OwnWords = 24;
    private const int OwnAttributes = 3;
    private const int ValuesEach = 6;
    private static readonly string[] AttributeNames = ["Type", "Series", "Profile", "Mode", "Grade", "Rating", "Mounting", "Interface", "Structure", "Function"];

    /// <summary>A leaf of a trade.</summary>
    /// <param name="number">0-based among all leaves.</param>
    /// <param name="trade">Where it belongs.</param>
    /// <param name="name">Its head and its kind, as numbers into the trade's lists.</param>
    /// <param name="seed">Of the world.</param>
    public LeafCategory(int number, Trade trade, (int Head, int Kind) name, ulong seed)
    {
        var draw = new DrawStream(seed, "leaf", number);
        Trade = trade;
        Head = trade.Heads[name.Head];
        Kind = trade.Kinds[name.Kind];
        string[] own = [.. Enumerable.Range(0, OwnWords).Select(_ => MadeUpWords.At(draw.Below(WorldShape.LeafVocabulary)))];
        Words = [Head, Kind, .. own.Take(6), .. draw.Shuffled(trade.Kinds), .. own.Skip(6), .. draw.Shuffled(trade.Heads)];
        Materials = draw.Shuffled(trade.Materials);
        Uses = draw.Shuffled(trade.Uses);
        Attributes = [.. draw.Shuffled(AttributeNames).Take(OwnAttributes).Select(attribute => Values(attribute, draw))];
        PriceMedian = Math.Exp(2.5 + 1.6 * draw.Normal());
    }

    public Trade Trade { get; }

    public string Head { get; }

    public string Kind { get; }

    /// <summary>The words of its descriptions, the most frequent first.</summary>
    public string[] Words { get; }

    /// <summary>The trade's materials, in the order in which they are usual here.</summary>
    public string[] Materials { get; }

    public string[] Uses { get; }

    /// <summary>Attributes of its own, each with its possible values; kept once and shared by all products.</summary>
    public KeyValuePair<string, string>[][] Attributes { get; }

    /// <summary>Median unit price, USD.</summary>
    public double PriceMedian { get; }

    /// <summary>As it stands in the category tree.</summary>
    public string Path(string group) => $"{Trade.Name} > {group} > {Kind} {Head}";

    private KeyValuePair<string, string>[] Values(string attribute, DrawStream draw)
    {
        var sizes = WorldWords.Group("sizes");
        return [.. Enumerable.Range(0, ValuesEach).Select(_ => KeyValuePair.Create(attribute, $"{draw.Pick(Words)} {draw.Pick(sizes)}"))];
    }
}
