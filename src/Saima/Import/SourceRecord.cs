using System.Globalization;
using System.Text.Json;

namespace Saima.Import;

/// <summary>One record of somebody else's file: which text stands in which field?</summary>
/// <remarks>Fields keep the order of the file. Numbers lose a trailing <c>.0</c>, booleans read <c>yes</c> or <c>no</c>, lists are joined with
/// commas, fields of an inner object are named <c>outer.inner</c>, and control characters become spaces. Empty fields do not exist.</remarks>
public sealed class SourceRecord
{
    private readonly OrderedDictionary<string, SourceValue> _fields = new(StringComparer.Ordinal);

    private SourceRecord()
    {
    }

    public IEnumerable<KeyValuePair<string, SourceValue>> Fields => _fields;

    /// <summary>The field's text, or null if there is none.</summary>
    public string? this[string field] => _fields.TryGetValue(field, out var value) ? value.Text : null;

    /// <summary>The record of a JSON object.</summary>
    /// <exception cref="JsonException">Some text in it is no Unicode: half of a surrogate pair.</exception>
    public static SourceRecord From(JsonElement record)
    {
        var source = new SourceRecord();
        try
        {
            source.Add("", record);
        }
        catch (InvalidOperationException halfPair)
        {
            throw new JsonException("a text holds half of a surrogate pair", halfPair);
        }

        return source;
    }

    private void Add(string prefix, JsonElement record)
    {
        foreach (var property in record.EnumerateObject())
        {
            var name = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Add(name + ".", property.Value);
            }
            else
            {
                var text = Text(property.Value);
                if (text.Length > 0)
                    _fields[name] = new SourceValue(text, property.Value.ValueKind == JsonValueKind.False);
            }
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => PlainText.OneLine(value.GetString() ?? ""),
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Object).Select(Text).Where(text => text.Length > 0)),
        _ => "",
    };

    private static string Number(JsonElement value) =>
        value.TryGetDecimal(out var number) ? number.ToString("0.############################", CultureInfo.InvariantCulture) : value.GetRawText();
}
