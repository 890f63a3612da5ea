using System.Globalization;
using System.Text.Json.Nodes;

namespace Saima.Demo;

/// <summary>Which suppliers does the made-up market have?</summary>
internal static class MakeSellers
{
    private static readonly TradeWords Trade = DemoWords.Trade;

    public static IReadOnlyList<DemoSeller> All(DemoOptions options)
    {
        var draw = new DrawStream(options.Seed, "market");
        var sizes = draw.Shuffled(SupplierSizes.Sizes(options.Sellers, options.Products));
        var countries = draw.Shuffled(Enumerable.Range(0, options.Sellers).Select(seller => CountryAt((seller + 0.5) / options.Sellers)));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. sizes.Zip(countries).Select((seller, number) => One(options, number, seller.Second, seller.First, names))];
    }

    private static Country CountryAt(double quantile)
    {
        var left = quantile * Trade.Countries.Sum(country => country.Share);
        return Trade.Countries.First(country => (left -= country.Share) <= 0);
    }

    private static DemoSeller One(DemoOptions options, int number, Country country, int size, HashSet<string> names)
    {
        var draw = new DrawStream(options.Seed, $"seller/{number}");
        var possible = DemoWords.Industries.Where(industry => industry.Towns.ContainsKey(country.Code)).ToList();
        var industry = possible[number % possible.Count];
        var kind = Kind(draw);
        var town = draw.Pick(industry.Towns[country.Code]);
        var (word, name) = Name(draw, country, industry, kind, town, names);
        var joinedOn = options.AsOf.AddDays(-(int)(draw.Chance(0.08) ? draw.Between(3, 180) : 180 + (3_800 * Math.Pow(draw.Unit(), 1.5))));
        var id = string.Create(CultureInfo.InvariantCulture, $"s-{number + 1:000}");
        var document = new JsonObject { ["id"] = id, ["name"] = name, ["country"] = country.Code, ["kind"] = kind };
        AddFacts(document, draw, kind, industry, joinedOn, options.AsOf);
        return new DemoSeller(number, word, town, joinedOn, size, Assortment(draw, number, size, kind, industry, possible), document);
    }

    private static string Kind(DrawStream draw)
    {
        var left = draw.Unit() * Trade.Kinds.Values.Sum();
        return Trade.Kinds.First(kind => (left -= kind.Value) < 0).Key;
    }

    private static (string Word, string Name) Name(DrawStream draw, Country country, Industry industry, string kind, string town, HashSet<string> names)
    {
        var patterns = kind switch { "trader" => country.Trader, "individual" => country.Single, _ => country.Names };
        while (true)
        {
            var word = draw.Pick(country.First) + draw.Pick(country.Second);
            var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["word"] = word, ["town"] = town, ["trade"] = draw.Pick(industry.Trades) };
            var name = Wording.Fill(draw.Pick(patterns), words);
            if (names.Add(name))
                return (word, name);
        }
    }

    private static void AddFacts(JsonObject document, DrawStream draw, string kind, Industry industry, DateOnly joinedOn, DateOnly asOf)
    {
        var employees = Employees(draw, kind);
        document["membership"] = draw.Unit() switch { < 0.25 => "none", < 0.75 => "basic", _ => "verified" };
        document["joinedOn"] = Day(joinedOn);
        document["checks"] = Checks(draw, kind, joinedOn, asOf);
        document["certificates"] = Certificates(draw, kind, industry);
        document["employees"] = employees;
        document["inquiriesPerDayCapacity"] = draw.Chance(0.4) ? null : Math.Clamp(employees / draw.Between(3, 9), 2, 80);
        document["licenceNumber"] = null;
    }

    private static int Employees(DrawStream draw, string kind)
    {
        var median = kind switch { "factory" => 85, "integrated" => 55, "trader" => 12, _ => 2 };
        return Math.Max(1, (int)Math.Round(median * Math.Exp(0.8 * draw.Normal())));
    }

    /// <summary>Seven of ten had their identity checked; of those that make things, a third were visited too. A check holds one or two years, so some ran out.</summary>
    private static JsonArray Checks(DrawStream draw, string kind, DateOnly joinedOn, DateOnly asOf)
    {
        var checks = new JsonArray();
        var day = joinedOn.AddDays(draw.Below(Math.Min(900, asOf.DayNumber - joinedOn.DayNumber)));
        var recent = asOf.AddDays(-draw.Below(500));
        if (!draw.Chance(0.7))
            return checks;
        checks.Add(Check("identity", recent > joinedOn ? recent : day, 2));
        if (kind is "factory" or "integrated" && draw.Chance(0.33))
            checks.Add(Check("siteAudit", recent > joinedOn ? recent : day, 1));
        return checks;

        JsonNode Check(string what, DateOnly on, int years) =>
            new JsonObject { ["what"] = what, ["by"] = draw.Pick(Trade.Auditors), ["on"] = Day(on), ["until"] = Day(on.AddYears(years)) };
    }

    private static JsonArray Certificates(DrawStream draw, string kind, Industry industry)
    {
        var most = kind switch { "factory" => 4, "integrated" => 3, "trader" => 1, _ => 0 };
        return [.. draw.Shuffled(industry.Certificates).Take(draw.Between(0, most)).Order(StringComparer.Ordinal).Select(name => (JsonNode)name)];
    }

    /// <summary>The larger the supplier, the more categories; the first one goes round, so that none stays empty. One trader in three sells of a second trade.</summary>
    private static List<(Industry Industry, Leaf Leaf)> Assortment(
        DrawStream draw, int number, int size, string kind, Industry industry, IReadOnlyList<Industry> possible)
    {
        var leaves = industry.Leaves.Count;
        var first = number / possible.Count % leaves;
        var count = Math.Clamp(1 + (size / 7), 1, leaves);
        var assortment = Enumerable.Range(first, count).Select(leaf => (industry, industry.Leaves[leaf % leaves])).ToList();
        if (string.Equals(kind, "trader", StringComparison.Ordinal) && size > 3 && draw.Chance(0.33))
        {
            var second = draw.Pick(possible);
            assortment.Add((second, draw.Pick(second.Leaves)));
        }

        return [.. assortment.Distinct()];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
