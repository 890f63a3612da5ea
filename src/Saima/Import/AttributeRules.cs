namespace Saima.Import;

/// <summary>Which fields of a record become attributes?</summary>
/// <param name="Rules">In order of importance: where the contract's limit is reached, the last ones are left out.</param>
/// <param name="Without">Source fields that no prefix gathers.</param>
/// <param name="Names">Names for source fields whose own would read badly.</param>
/// <param name="Style">Makes a name of every other field's key.</param>
public sealed record AttributeRules(
    IReadOnlyList<AttributeRule> Rules, IReadOnlySet<string> Without, IReadOnlyDictionary<string, string> Names, AttributeName Style)
{
    public static readonly AttributeRules None = new([], new HashSet<string>(), new Dictionary<string, string>(), new AttributeName([]));

    /// <summary>Name and text of every attribute, in the order of the rules, then of the record; two with one name are joined.</summary>
    public OrderedDictionary<string, string> Read(SourceRecord record)
    {
        var found = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in Rules)
        {
            if (rule.Prefix is null)
                Add(found, rule.Name, rule.Value.Read(record));
            else
                Gather(found, rule, record);
        }

        return found;
    }

    private void Gather(OrderedDictionary<string, string> found, AttributeRule rule, SourceRecord record)
    {
        foreach (var (field, value) in record.Fields)
        {
            if (field.Length > rule.Prefix!.Length && field.StartsWith(rule.Prefix, StringComparison.Ordinal)
                && !Without.Contains(field) && !(rule.DropFalse && value.IsFalse))
                Add(found, Names.GetValueOrDefault(field) ?? Style.Of(field[rule.Prefix.Length..]), value.Text);
        }
    }

    private static void Add(OrderedDictionary<string, string> found, string name, string? text)
    {
        if (text is null || name.Length == 0)
            return;
        if (found.TryGetValue(name, out var earlier))
            found[name] = string.Equals(earlier, text, StringComparison.OrdinalIgnoreCase) ? earlier : $"{earlier}; {text}";
        else
            found[name] = text;
    }
}
