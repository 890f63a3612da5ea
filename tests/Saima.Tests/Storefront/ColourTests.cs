using System.Globalization;
using System.Text.RegularExpressions;

namespace Saima.Tests.Storefront;

public sealed class ColourTests
{
    private static readonly (string Front, string Ground, double Ratio)[] Pairs =
    [
        .. from ground in new[] { "paper", "surface" }
           from front in new[] { "ink", "ink-quiet", "teal", "teal-strong", "vermilion", "violet", "amber" }
           select (front, ground, 4.5),
        ("on-teal", "teal", 4.5),
        ("on-teal", "teal-strong", 4.5),
        ("teal-strong", "teal-tint", 4.5),
        ("violet", "violet-tint", 4.5),
        ("amber", "amber-tint", 4.5),
        ("ink", "amber-tint", 4.5),
        ("ink", "vermilion-tint", 4.5),
        ("edge", "paper", 3),
        ("edge", "surface", 3),
        .. from term in new[] { "match", "click", "inquiry", "order", "completed", "capacity" } select ("term-" + term, "paper", 3.0),
    ];

    public static IEnumerable<TheoryDataRow<string, string, string, double>> PairsOfBothSchemes() =>
        from scheme in new[] { "light", "dark" }
        from pair in Pairs
        select new TheoryDataRow<string, string, string, double>(scheme, pair.Front, pair.Ground, pair.Ratio);

    [Theory, MemberData(nameof(PairsOfBothSchemes))]
    public void Pair_is_readable(string scheme, string front, string ground, double ratio)
    {
        var tokens = Tokens(scheme);
        var (a, b) = (Luminance(tokens[front]), Luminance(tokens[ground]));
        ((Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05)).ShouldBeGreaterThanOrEqualTo(ratio);
    }

    [Fact]
    public void No_colour_is_written_outside_the_tokens()
    {
        var css = File.ReadAllText(Path.Combine(SourceFiles.Program, "wwwroot/saima.css"));
        Regex.Matches(css, "^(?!\\s*--).*#[0-9a-f]{3,8}\\b", RegexOptions.Multiline).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Tokens(string scheme)
    {
        var blocks = Regex.Matches(File.ReadAllText(Path.Combine(SourceFiles.Program, "wwwroot/saima.css")), ":root \\{([^}]*--paper[^}]*)\\}");
        blocks.Count.ShouldBe(2, "one block of tokens a scheme");
        return Regex.Matches(blocks[scheme == "light" ? 0 : 1].Groups[1].Value, "--([a-z-]+): #([0-9a-f]{6})")
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
    }

    // WCAG 2.2, relative luminance.
    private static double Luminance(string hex)
    {
        double Channel(int from)
        {
            var c = int.Parse(hex.AsSpan(from, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }
}
