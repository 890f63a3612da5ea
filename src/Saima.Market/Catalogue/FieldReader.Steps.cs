using System.Text.Json;

namespace Saima.Market.Catalogue;

/// <content>Fields that hold more than one value, and the steps that all fields share.</content>
internal sealed partial class FieldReader
{
    public IReadOnlyList<string> Texts(string name, int maxCount, int maxLength)
    {
        var texts = new List<string>();
        foreach (var (place, value) in Elements(name, maxCount))
        {
            if (Clean(place, StringOf(place, value), 1, maxLength, manyLines: false) is { } text)
                texts.Add(text);
        }

        return texts;
    }

    public T? Object<T>(string name, Func<FieldReader, T?> read)
        where T : class =>
        Find(name) is { } value ? Nested(name, value, read) : null;

    public IReadOnlyList<T> Objects<T>(string name, int maxCount, Func<FieldReader, T?> read)
        where T : class
    {
        var objects = new List<T>();
        foreach (var (place, value) in Elements(name, maxCount))
        {
            if (Nested(place, value, read) is { } document)
                objects.Add(document);
        }

        return objects;
    }

    public IReadOnlyDictionary<string, string> Pairs(string name, int maxCount, int maxName, int maxValue)
    {
        var pairs = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (Find(name) is not { } value)
            return pairs;
        if (value.ValueKind != JsonValueKind.Object)
            Refuse(name, "must be an object of texts");
        else if (value.GetPropertyCount() > maxCount)
            Refuse(name, $"must have at most {maxCount} entries");
        else
            FillPairs(name, value, pairs, maxName, maxValue);

        return pairs;
    }

    private void FillPairs(string name, JsonElement value, OrderedDictionary<string, string> pairs, int maxName, int maxValue)
    {
        foreach (var property in value.EnumerateObject())
        {
            // A name that has no look in a message is named by its number.
            var key = PlainText.Clean(property.Name, 1, maxName, manyLines: false, out var fault);
            var place = key is null ? $"{name}[{pairs.Count}]" : $"{name}.{key}";
            if (key is null)
                Refuse(place, $"has a name that {fault}");
            else if (Clean(place, StringOf(place, property.Value), 1, maxValue, manyLines: false) is { } text && !pairs.TryAdd(key, text))
                Refuse(place, "stands twice");
        }
    }

    private T? Nested<T>(string place, JsonElement value, Func<FieldReader, T?> read)
        where T : class
    {
        if (value.ValueKind == JsonValueKind.Object)
            return read(new FieldReader(value, prefix + place + ".", refusals, Dates));

        Refuse(place, "must be an object");
        return null;
    }

    private IEnumerable<(string Place, JsonElement Value)> Elements(string name, int maxCount)
    {
        if (Find(name) is not { } value)
            yield break;

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > maxCount)
        {
            Refuse(name, $"must be a list of at most {maxCount}");
            yield break;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
            yield return ($"{name}[{index++}]", item);
    }

    private string? String(string name, bool required = false)
    {
        if (Find(name) is { } value)
            return StringOf(name, value);
        if (required)
            Refuse(name, Required);

        return null;
    }

    private string? StringOf(string place, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Refuse(place, "must be a text");
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // JSON can write half of a surrogate pair; no text can hold it.
            Refuse(place, "must be valid Unicode");
            return null;
        }
    }

    private string? Clean(string place, string? text, int minLength, int maxLength, bool manyLines)
    {
        if (text is null)
            return null;

        var clean = PlainText.Clean(text, minLength, maxLength, manyLines, out var fault);
        if (fault is not null)
            Refuse(place, fault);

        return clean;
    }

    private string? Only(string name, string? text, Func<string, bool> allows, string rule)
    {
        if (text is null || allows(text))
            return text;

        Refuse(name, rule);
        return null;
    }

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
