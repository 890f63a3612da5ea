using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Saima.Demo;

/// <summary>What does one made-up supplier list?</summary>
internal sealed class MakeProducts(DemoOptions options, DemoSeller seller)
{
    private readonly DrawStream _manner = new(options.Seed, $"manner/{seller.Number}");
    private readonly HashSet<string> _titles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The supplier's products, numbered on from <paramref name="firstNumber"/>.</summary>
    public IEnumerable<JsonObject> All(int firstNumber)
    {
        var manner = new SellerManner(
            _manner.Below(100), _manner.Chance(0.25), _manner.Chance(0.1) ? _manner.Pick(DemoWords.Trade.Extras) : null, Math.Exp(0.12 * _manner.Normal()));
        for (var index = 0; index < seller.Size; index++)
            yield return One(manner, index, firstNumber + index);
    }

    private JsonObject One(SellerManner manner, int index, int number)
    {
        var draw = new DrawStream(options.Seed, $"product/{seller.Number}/{index}");
        var model = $"{Letters()}-{101 + (index * 7)}";
        var (industry, leaf) = index < seller.Assortment.Count ? seller.Assortment[index] : draw.Pick(seller.Assortment);
        var (words, factor, title) = Composed(draw, leaf, manner, model);
        var moq = draw.Pick(leaf.Moq);
        var leadDays = string.Create(CultureInfo.InvariantCulture, $"{draw.Between(3, 10) * 5} days");
        var document = new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"p-{number:00000}"),
            ["sellerId"] = seller.Id,
            ["title"] = title,
            ["category"] = $"{industry.Name} > {leaf.Name}",
            ["attributes"] = Attributes(words, model, leadDays),
            ["keywords"] = new JsonArray([.. leaf.Keywords.Select(keyword => Wording.Fill(keyword, words)).Append(model).Distinct(StringComparer.OrdinalIgnoreCase).Select(word => (JsonNode)word)]),
            ["description"] = Description(draw, industry, leaf, words, moq, leadDays),
            ["price"] = draw.Chance(0.08) ? null : Price(draw, leaf, factor * manner.PriceLevel),
            ["moq"] = draw.Chance(0.05) ? null : moq,
            ["listedAt"] = ListedAt(draw),
            ["imageUrl"] = null,
        };
        return document;
    }

    /// <summary>Draws words until the supplier has no such title yet; when its words run out, the model number tells two products apart.</summary>
    private (IReadOnlyDictionary<string, string> Words, double Factor, string Title) Composed(DrawStream draw, Leaf leaf, SellerManner manner, string modelNumber)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (words, factor) = Words(draw, leaf);
            var pattern = draw.Chance(0.7) ? leaf.Titles[manner.Pattern % leaf.Titles.Count] : draw.Pick(leaf.Titles);
            var title = Wording.Capital(Wording.Fill(pattern, words));
            if (manner.Headlines)
                title = Wording.Headline(title);
            if (manner.Extra is not null)
                title += ", " + manner.Extra;
            if (attempt == 40)
                title += ", model " + modelNumber;
            if (_titles.Add(title))
                return (words, factor, title);
        }
    }

    private static (Dictionary<string, string> Words, double Factor) Words(DrawStream draw, Leaf leaf)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var factor = 1.0;
        foreach (var (name, value) in draw.Pick(leaf.Models))
        {
            if (value.ValueKind == JsonValueKind.Number)
                factor *= value.GetDouble();
            else
                Choose(name, value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(word => word.GetString()!)] : [value.GetString()!]);
        }

        foreach (var (name, choices) in leaf.Choices.Where(choice => !words.ContainsKey(choice.Key)))
            Choose(name, choices);
        return (words, factor);

        void Choose(string name, IReadOnlyList<string> choices)
        {
            var step = draw.Below(choices.Count);
            words[name] = choices[step];
            factor *= Math.Pow(leaf.Growth.GetValueOrDefault(name, 1), step);
        }
    }

    private static JsonObject Attributes(IReadOnlyDictionary<string, string> words, string modelNumber, string leadDays)
    {
        var attributes = new JsonObject { ["Model number"] = modelNumber };
        foreach (var (name, value) in words)
            attributes[Wording.Capital(name)] = value;
        attributes["Lead time"] = leadDays;
        return attributes;
    }

    private string Description(DrawStream draw, Industry industry, Leaf leaf, IReadOnlyDictionary<string, string> words, int moq, string leadDays)
    {
        var terms = new Dictionary<string, string>(words, StringComparer.Ordinal)
        {
            ["town"] = seller.Town,
            ["moq"] = moq.ToString("N0", CultureInfo.InvariantCulture),
            ["units"] = DemoWords.Trade.Plurals[leaf.Unit],
            ["sampleDays"] = draw.Between(3, 10).ToString(CultureInfo.InvariantCulture),
            ["leadDays"] = leadDays,
        };
        var sentences = draw.Shuffled(leaf.About).Take(draw.Between(1, 2)).Append(draw.Pick(industry.Uses));
        if (draw.Chance(0.7))
            sentences = sentences.Append(draw.Pick(DemoWords.Trade.Closings));
        return string.Join(' ', sentences.Select(sentence => Wording.Capital(Wording.Fill(sentence, terms))));
    }

    private static JsonObject Price(DrawStream draw, Leaf leaf, double factor)
    {
        var most = Rounded(leaf.Price * factor * Math.Exp(leaf.Sigma * draw.Normal()));
        var least = Math.Min(most, Rounded((double)most * (0.78 + (0.17 * draw.Unit()))));
        return new JsonObject { ["min"] = least, ["max"] = most, ["currency"] = "USD", ["unit"] = leaf.Unit };
    }

    /// <summary>As a price list rounds: about three figures, never to nothing.</summary>
    private static decimal Rounded(double price) => price switch
    {
        < 0.1 => Math.Max(0.001m, Math.Round((decimal)price, 3)),
        < 20 => Math.Round((decimal)price, 2),
        < 100 => Math.Round((decimal)price, 1),
        _ => Math.Round((decimal)price),
    };

    private string ListedAt(DrawStream draw)
    {
        var earliest = options.AsOf.AddDays(-1_500);
        var from = seller.JoinedOn > earliest ? seller.JoinedOn : earliest;
        var day = from.AddDays(draw.Below(options.AsOf.DayNumber - from.DayNumber));
        return day.ToDateTime(new TimeOnly(draw.Below(24), draw.Below(60), draw.Below(60))).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }

    private string Letters()
    {
        var letters = seller.Word.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant).ToArray();
        return new string([letters[0], letters[letters.Length / 2], letters[^1]]);
    }
}
