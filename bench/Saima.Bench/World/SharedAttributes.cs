using Saima.Demo;

namespace Saima.Bench.World;

/// <summary>Which attributes may any product have? Kept once and shared by all that have them.</summary>
internal sealed class SharedAttributes
{
    private const double Share = 0.85;

    private readonly KeyValuePair<string, string>[][] _attributes =
    [
        Of("Color", WorldWords.Group("colours")),
        Of("Surface Treatment", WorldWords.Group("finishes")),
        Of("Place of Origin", WorldWords.Group("origins")),
        Of("Certificate", WorldWords.Group("certificates")),
        Of("Standard", Standards),
        Of("Package", WorldWords.Group("packages")),
    ];

    public static string[] Standards { get; } = WorldWords.Group("standards");

    /// <summary>Adds most of them, each with a value of its own.</summary>
    public void AddTo(List<KeyValuePair<string, string>> attributes, DrawStream draw)
    {
        foreach (var values in _attributes)
        {
            if (draw.Chance(Share))
                attributes.Add(values[Zipf.Rank(draw.Unit(), values.Length, 2)]);
        }
    }

    private static KeyValuePair<string, string>[] Of(string name, string[] values) => [.. values.Select(value => KeyValuePair.Create(name, value))];
}
