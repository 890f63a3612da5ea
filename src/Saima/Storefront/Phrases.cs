using System.Globalization;
using Microsoft.Extensions.Localization;
using Saima.Engine.Catalogue;

namespace Saima.Storefront;

/// <summary>How is a fact said in the language of the page: a price, a country, a day, a number of things?</summary>
public sealed class Phrases(IStringLocalizer<Words> words)
{
    private const decimal MicrosPerUnit = 1_000_000m;

    /// <summary><c>$68–95</c>, or that the price is on request.</summary>
    public string Price(PriceBand? price)
    {
        if (price is null) return words["Price.OnRequest"];
        var low = Amount(price.MinMicros, price);
        var sign = Sign(price.Currency);
        return price.MaxMicros > price.MinMicros ? $"{sign}{low}–{Amount(price.MaxMicros, price)}" : sign + low;
    }

    /// <summary>What one is, as the trade calls it: <c>piece</c> is 件.</summary>
    public string Unit(string unit) => Known("Unit." + unit, unit);

    public string Country(string code)
    {
        if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper)) return words["Country.Unknown"];
        var name = Known("Country." + code, code);
        return string.Equals(name, code, StringComparison.Ordinal) ? EnglishName(code) : name;
    }

    public string Kind(SellerKind kind) => words["Kind." + kind];

    /// <summary>Kind and country in a line, as far as they are known.</summary>
    public string Supplier(SellerKind kind, string country) => (kind, country) switch
    {
        (SellerKind.Unknown, "") => words["Supplier.Unknown"],
        (SellerKind.Unknown, _) => Country(country),
        (_, "") => Kind(kind),
        _ => words["Supplier.Line", Kind(kind), Country(country)],
    };

    /// <summary>What was checked; a check that the pages do not know is called as its record calls it.</summary>
    public string Check(string what) => Known("Check." + what, what);

    /// <summary><c>2026-11-22</c> in every language.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>6 % is <c>6 %</c>; a share is never rounded to nothing.</summary>
    public static string Share(double share) => (share * 100).ToString("0.##", CultureInfo.CurrentCulture) + "\u00a0%";

    /// <summary>A chance in a column of chances: always two decimals.</summary>
    public static string Chance(double chance) => (chance * 100).ToString("0.00", CultureInfo.CurrentCulture) + "\u00a0%";

    /// <summary>Part of a score, with a minus that is as wide as a digit.</summary>
    public static string Log(double log) => log.ToString("0.00", CultureInfo.CurrentCulture).Replace('-', '\u2212');

    /// <summary>A sentence with a number in it, in the singular where the language has one: keys <c>….One</c> and <c>….Many</c>.</summary>
    public string Count(string key, int number) => words[key + (number == 1 ? ".One" : ".Many"), number];

    /// <summary>Words listed as the language lists them: <c>a, b</c> or <c>a、b</c>.</summary>
    public string List(IEnumerable<string> items) => string.Join(words["List.Separator"].Value, items);

    private string Known(string key, string otherwise) => words[key] is { ResourceNotFound: false } found ? found : otherwise;

    private static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "CNY" => "¥",
        "EUR" => "€",
        _ => currency + "\u00a0",
    };

    // Both ends of a band with the same decimals: none for whole amounts, at least two and at most four otherwise.
    private static string Amount(long micros, PriceBand band)
    {
        var whole = band.MinMicros % 1_000_000 == 0 && band.MaxMicros % 1_000_000 == 0;
        return (micros / MicrosPerUnit).ToString(whole ? "N0" : "#,##0.00##", CultureInfo.CurrentCulture);
    }

    private static string EnglishName(string code)
    {
        try
        {
            return new RegionInfo(code).DisplayName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
