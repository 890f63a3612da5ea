using System.Globalization;
using Saima.Demo;
using Saima.Engine.Catalogue;

namespace Saima.Bench.World;

/// <summary>What does one made-up listing say? At least 60 words, from the frequent ones of a trade to model numbers that stand once.</summary>
/// <remarks>One thread at a time.</remarks>
public sealed class ProductMaker(WorldShape shape)
{
    /// <summary>Fewest words of title, keywords, attributes and description together.</summary>
    public const int FewestWords = 60;

    private const long FirstListedMicros = 1_600_000_000_000_000;
    private const long MicrosPerMinute = 60_000_000;
    private const int TailWords = 200_000;
    private const int UsualMaterials = 3;

    private static readonly string[] Praise = WorldWords.Group("praise");
    private static readonly string[] Text = WorldWords.Group("text");
    private static readonly string[] Sizes = WorldWords.Group("sizes");
    private static readonly int[] Moqs = [1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 1000, 2000, 5000];
    private static readonly SharedAttributes Shared = new();

    private readonly TextLine _line = new();
    private readonly List<KeyValuePair<string, string>> _attributes = [];

    /// <summary>The product of a number.</summary>
    /// <param name="number">0-based; its slot too.</param>
    /// <param name="sellerSlot">Whose it is.</param>
    /// <param name="revision">0 as it was first listed; each revision has another price, and one in ten another description.</param>
    public Product At(int number, int sellerSlot, int revision)
    {
        var (seller, draw) = (shape.Sellers[sellerSlot], new DrawStream(shape.Options.Seed, "product", number));
        var leafNumber = seller.Leaves[Zipf.Rank(draw.Unit(), seller.Leaves.Length)];
        var leaf = shape.Leaves[leafNumber];
        var listing = new Listing(leaf, seller, leaf.Materials[draw.Below(UsualMaterials)], Sizes[Zipf.Rank(draw.Unit(), Sizes.Length, 10)], Model(seller, number, draw));
        var title = Title(listing, draw);
        var words = _line.Words;
        string[] keywords = [$"{listing.Material} {leaf.Head}", $"{leaf.Kind} {leaf.Head}", $"{draw.Pick(leaf.Words)} {leaf.Head}"];
        words += keywords.Sum(TextLine.CountIn);
        var attributes = Attributes(listing, draw);
        words += attributes.Sum(attribute => TextLine.CountIn(attribute.Key) + TextLine.CountIn(attribute.Value));
        return new Product
        {
            Slot = number,
            Id = string.Create(CultureInfo.InvariantCulture, $"p-{number}"),
            SellerSlot = sellerSlot,
            CategorySlot = shape.SlotOf(leafNumber),
            Title = title,
            Keywords = keywords,
            Attributes = attributes,
            Description = Description(listing, FewestWords - words, TextDraw(number, revision)),
            Price = Price(leaf, new DrawStream(shape.Options.Seed, "price", ((long)revision << 32) | (uint)number)),
            Moq = draw.Chance(0.1) ? null : draw.Pick(Moqs),
            ListedAtMicros = FirstListedMicros + number * MicrosPerMinute,
        };
    }

    private DrawStream TextDraw(int number, int revision)
    {
        var edition = (number + revision) % 10 == 0 ? revision : 0;
        return new DrawStream(shape.Options.Seed, "text", ((long)edition << 32) | (uint)number);
    }

    private static string Model(WorldSeller seller, int number, DrawStream draw)
    {
        var dash = draw.Chance(0.5) ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{seller.Letters}{dash}{number - seller.FirstProduct + draw.Below(9) * 1000 + 100}{(char)('A' + draw.Below(26))}");
    }

    private string Title(Listing listing, DrawStream draw)
    {
        _line.Clear();
        var leaf = listing.Leaf;
        AddIf(0.6, draw, () => Praise[Zipf.Rank(draw.Unit(), Praise.Length, 2)]);
        AddIf(0.2, draw, () => listing.Seller.Brand);
        AddIf(0.7, draw, () => listing.Material);
        AddIf(0.3, draw, () => leaf.Words[2 + draw.Below(6)]);
        _line.Add(draw.Chance(0.85) ? leaf.Kind : draw.Pick(leaf.Trade.Kinds));
        _line.Add(leaf.Head);
        AddIf(0.6, draw, () => listing.Size);
        AddIf(0.2, draw, () => SharedAttributes.Standards[Zipf.Rank(draw.Unit(), SharedAttributes.Standards.Length, 5)]);
        AddIf(0.5, draw, () => "for " + draw.Pick(leaf.Uses));
        AddIf(0.5, draw, () => listing.Model);
        AddIf(0.3, draw, () => Praise[Zipf.Rank(draw.Unit(), Praise.Length, 2)]);
        return _line.ToString();
    }

    private void AddIf(double chance, DrawStream draw, Func<string> word)
    {
        if (draw.Chance(chance))
            _line.Add(word());
    }

    private KeyValuePair<string, string>[] Attributes(Listing listing, DrawStream draw)
    {
        _attributes.Clear();
        _attributes.Add(KeyValuePair.Create("Material", listing.Material));
        _attributes.Add(KeyValuePair.Create("Size", listing.Size));
        _attributes.Add(KeyValuePair.Create("Model Number", listing.Model));
        _attributes.Add(KeyValuePair.Create("Application", draw.Pick(listing.Leaf.Uses)));
        foreach (var own in listing.Leaf.Attributes)
            _attributes.Add(own[Zipf.Rank(draw.Unit(), own.Length)]);
        Shared.AddTo(_attributes, draw);
        return [.. _attributes];
    }

    // Two words in five are those that every description has, two those of the leaf, one is from the long tail of the language.
    private string Description(Listing listing, int fewest, DrawStream draw)
    {
        _line.Clear();
        var words = Math.Max(fewest, draw.Between(22, 45));
        _line.Add(listing.Leaf.Kind);
        for (var word = 1; word < words; word++)
        {
            _line.Add(draw.Below(10) switch
            {
                < 5 => Text[Zipf.Rank(draw.Unit(), Text.Length, 8)],
                < 9 => listing.Leaf.Words[Zipf.Rank(draw.Unit(), listing.Leaf.Words.Length, 2)],
                _ => MadeUpTail.Words[Zipf.Rank(draw.Unit(), TailWords, 20)],
            });
            if (word % 9 == 0)
                _line.Mark('.');
        }

        return _line.ToString();
    }

    private static PriceBand? Price(LeafCategory leaf, DrawStream draw)
    {
        if (draw.Chance(0.05))
            return null;
        var highest = (long)(leaf.PriceMedian * Math.Exp(0.8 * draw.Normal()) * 100) * 10_000 + 10_000;
        return new PriceBand((long)(highest * (0.75 + 0.25 * draw.Unit())), highest, "USD", "piece");
    }

    private static class MadeUpTail
    {
        public static readonly string[] Words = [.. Enumerable.Range(0, TailWords).Select(MadeUpWords.At)];
    }

    private sealed record Listing(LeafCategory Leaf, WorldSeller Seller, string Material, string Size, string Model);
}
