using System.Text.Json;

namespace Saima.Import;

/// <summary>What does one entry of a map file say about where a field comes from? A text is the name of a source field.</summary>
internal static class ReadValueRule
{
    public static ValueRule Needed(MapNode parent, string key)
    {
        var node = parent.Child(key);
        if (node is null)
            parent.Fault($"'{key}' is missing");
        return From(node) ?? new ValueRule();
    }

    public static IReadOnlyList<ValueRule> Many(MapNode? node) => node?.Items().Select(From).OfType<ValueRule>().ToList() ?? [];

    public static ValueRule? From(MapNode? node)
    {
        if (node is null)
            return null;
        if (node.Element.ValueKind == JsonValueKind.String)
            return new ValueRule { From = [node.Text()!] };
        if (!node.IsObject("or the name of a source field"))
            return null;
        var rule = Source(node);
        node.RefuseTheRest();
        return rule;
    }

    /// <summary>Reads the keys of a value without refusing others, for entries that have keys of their own beside them.</summary>
    public static ValueRule Source(MapNode node)
    {
        var rule = new ValueRule
        {
            From = node.Texts("from"),
            Value = node.Text("value"),
            Template = node.Text("template"),
            Slug = node.Flag("slug"),
            Plain = node.Flag("plain"),
            DateFormat = node.Text("dateFormat"),
            Split = node.Text("split"),
            Replace = node.Pairs("replace"),
        };
        Check(node, rule);
        return rule;
    }

    private static void Check(MapNode node, ValueRule rule)
    {
        if (rule.From.Count == 0 && rule.Value is null && rule.Template is null)
            node.Fault("needs 'from', 'template' or 'value'");
        if (rule.From.Count > 0 && rule.Template is not null)
            node.Fault("has both 'from' and 'template'");
        if (rule.Template is not null && rule.Template.Count(letter => letter == '{') != rule.Template.Count(letter => letter == '}'))
            node.Fault("the braces of 'template' do not match");
        if (rule.Split is { Length: 0 } || rule.Replace.Any(pair => pair.Key.Length == 0))
            node.Fault("'split' and the texts to 'replace' must not be empty");
    }
}
