using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Saima.Market.Catalogue;

/// <summary>How are lists and attributes written into one text column? As the JSON of the contract; nothing at all is null.</summary>
public static class JsonColumn
{
    /// <summary>The contract's JSON: camelCase, enums by name, nothing escaped that JSON does not ask for (Chinese text stays readable and short).</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string? Write<T>(IReadOnlyList<T> items) => items.Count == 0 ? null : JsonSerializer.Serialize(items, Options);

    public static string? WritePairs(IReadOnlyDictionary<string, string> pairs) => pairs.Count == 0 ? null : JsonSerializer.Serialize(pairs, Options);

    public static IReadOnlyList<T> Read<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<T[]>(json, Options) ?? [];

    /// <summary>The pairs in the order in which they were written.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ReadPairs(string? json)
    {
        if (json is null)
            return [];

        using var document = JsonDocument.Parse(json);
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var property in document.RootElement.EnumerateObject())
            pairs.Add(new(property.Name, property.Value.GetString()!));

        return pairs;
    }
}
