using System.Buffers;
using System.Text;
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

    /// <summary>The strings of an array; none for null.</summary>
    public static IReadOnlyList<string> ReadStrings(string? json) => json is null ? [] : Parse(json, static (ref reader) =>
    {
        var texts = new List<string>();
        Step(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.GetString()!);
        return texts.ToArray();
    });

    /// <summary>The pairs in the order in which they were written.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ReadPairs(string? json) => json is null ? [] : Parse(json, static (ref reader) =>
    {
        var pairs = new List<KeyValuePair<string, string>>();
        Step(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            pairs.Add(new(name, reader.GetString()!));
        }

        return pairs.ToArray();
    });

    private delegate T Parser<T>(ref Utf8JsonReader reader);

    // A catalogue of a million products is read at every start: no document is built, and the bytes are borrowed.
    private static T Parse<T>(string json, Parser<T> parser)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)));
            return parser(ref reader);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void Step(ref Utf8JsonReader reader, JsonTokenType to)
    {
        if (!reader.Read() || reader.TokenType != to)
            throw new JsonException($"{to} was expected");
    }
}
