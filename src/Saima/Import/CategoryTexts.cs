namespace Saima.Import;

/// <summary>Which text do the category rules look at? Each is normalised once, however many rules ask for it.</summary>
public sealed class CategoryTexts(SourceRecord record, string title)
{
    private readonly Dictionary<string, string> _normalised = new(StringComparer.Ordinal);

    /// <summary>The text as it stands.</summary>
    /// <param name="field">A source field; null = the title that the map made.</param>
    public string Plain(string? field) => field is null ? title : record[field] ?? "";

    public string Normalised(string? field)
    {
        var key = field ?? "";
        if (!_normalised.TryGetValue(key, out var text))
            _normalised[key] = text = WordPhrase.Normalise(Plain(field));
        return text;
    }
}
