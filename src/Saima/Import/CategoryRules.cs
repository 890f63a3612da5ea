namespace Saima.Import;

/// <summary>In which category does a record land?</summary>
/// <param name="From">Source fields that hold a path of their own; the first one that is not empty wins over all rules.</param>
/// <param name="Separator">What stands between the names of such a path.</param>
/// <param name="Rules">Read from top to bottom; the first that holds decides.</param>
/// <param name="Otherwise">The path of a record for which no rule holds; null = such a record is refused.</param>
public sealed record CategoryRules(IReadOnlyList<string> From, string Separator, IReadOnlyList<CategoryRule> Rules, string? Otherwise)
{
    /// <summary>The record's path, or null if nothing says one.</summary>
    public string? Path(SourceRecord record, string title)
    {
        foreach (var field in From)
        {
            if (record[field] is { } own)
                return string.Join(" > ", own.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        var texts = new CategoryTexts(record, title);
        return Rules.FirstOrDefault(rule => rule.Holds(record, texts))?.Path ?? Otherwise;
    }
}
