namespace Saima.Import;

/// <summary>When does a record belong into one category? All conditions that are said must hold.</summary>
public sealed class CategoryRule(string path, string? field)
{
    public string Path { get; } = path;

    /// <summary>The source field that <see cref="Words"/>, <see cref="Without"/> and <see cref="Is"/> look at; null = the title that the map made.</summary>
    public string? Field { get; } = field;

    /// <summary>One of these phrases stands in the field; empty = no matter.</summary>
    public IReadOnlyList<WordPhrase> Words { get; init; } = [];

    /// <summary>None of these phrases stands in the field.</summary>
    public IReadOnlyList<WordPhrase> Without { get; init; } = [];

    /// <summary>The whole field is one of these, whatever its case; empty = no matter.</summary>
    public IReadOnlySet<string> Is { get; init; } = new HashSet<string>();

    /// <summary>One of these source fields is not empty; empty = no matter.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>True if all conditions hold.</summary>
    /// <param name="texts">The record's texts, normalised for phrases.</param>
    public bool Holds(SourceRecord record, CategoryTexts texts)
    {
        if (Is.Count > 0 && !Is.Contains(texts.Plain(Field)))
            return false;
        if (Has.Count > 0 && !Has.Any(field => record[field] is not null))
            return false;
        if (Words.Count == 0 && Without.Count == 0)
            return true;
        var text = texts.Normalised(Field);
        return (Words.Count == 0 || Words.Any(phrase => phrase.IsIn(text))) && !Without.Any(phrase => phrase.IsIn(text));
    }
}
