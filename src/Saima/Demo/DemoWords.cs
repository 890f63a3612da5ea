using System.Text.Json;

namespace Saima.Demo;

/// <summary>Where are the words of the made-up market? In the program itself, read once.</summary>
internal static class DemoWords
{
    private const string IndustryFolder = "Demo/industries/";

    public static readonly TradeWords Trade = Read<TradeWords>("Demo/trade.json");

    /// <summary>In the order of their names, whatever the order of the files.</summary>
    public static readonly IReadOnlyList<Industry> Industries =
    [
        .. typeof(DemoWords).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(IndustryFolder, StringComparison.Ordinal))
            .Select(Read<Industry>)
            .OrderBy(industry => industry.Name, StringComparer.Ordinal),
    ];

    private static T Read<T>(string name)
    {
        using var file = typeof(DemoWords).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program");
        return JsonSerializer.Deserialize<T>(file, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{name} is empty");
    }
}
