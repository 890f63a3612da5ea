using System.Text;

namespace Saima.Import;

/// <summary>Where does one field of the contract come from?</summary>
public sealed record ValueRule
{
    /// <summary>Source fields; the first one that is not empty is taken.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>A constant: what stands when no source field has anything.</summary>
    public string? Value { get; init; }

    /// <summary>Text with source fields in braces; missing ones leave nothing, not even their space.</summary>
    public string? Template { get; init; }

    /// <summary>Make the contract's id of a name.</summary>
    public bool Slug { get; init; }

    /// <summary>Take HTML tags and character references out.</summary>
    public bool Plain { get; init; }

    /// <summary>.NET's pattern of a date that is not ISO 8601, such as <c>dd/MM/yyyy</c>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>What stands between the items of a list in one text.</summary>
    public string? Split { get; init; }

    /// <summary>Texts to put in the place of others, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Replace { get; init; } = [];

    /// <summary>The field's text, or null if the record has none.</summary>
    public string? Read(SourceRecord record)
    {
        var text = Template is null ? First(record) : Filled(Template, record);
        text = text.Length > 0 ? text : Value ?? "";
        foreach (var (old, replacement) in Replace)
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        if (Plain)
            text = PlainText.WithoutTags(text);
        if (Slug && text.Length > 0)
            text = Import.Slug.Of(text);
        return text.Length > 0 ? text : null;
    }

    /// <summary>The field's texts, for a field that is a list.</summary>
    public IEnumerable<string> ReadMany(SourceRecord record)
    {
        var text = Read(record);
        if (text is null)
            return [];
        return Split is null ? [text] : text.Split(Split, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private string First(SourceRecord record)
    {
        foreach (var field in From)
        {
            if (record[field] is { } text)
                return text;
        }

        return "";
    }

    private static string Filled(string template, SourceRecord record)
    {
        var text = new StringBuilder();
        var at = 0;
        var filled = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
                break;
            var value = record[template[(open + 1)..close]];
            filled += value is null ? 0 : 1;
            text.Append(template, at, open - at).Append(value);
            at = close + 1;
        }

        text.Append(template, at, template.Length - at);
        return filled > 0 ? PlainText.OneLine(text.ToString()) : "";
    }
}
