using Saima.Market.Catalogue;

namespace Saima.Import;

/// <summary>What does the <c>product</c> section of a map file say?</summary>
internal static class ReadProductRules
{
    public static ProductRules? From(MapNode? node)
    {
        if (node is null || !node.IsObject("the fields of a product"))
            return null;
        var rules = new ProductRules
        {
            Id = ReadValueRule.Needed(node, "id"),
            SellerId = ReadValueRule.Needed(node, "sellerId"),
            Title = ReadValueRule.Needed(node, "title"),
            Category = Categories(node.Child("category"), node),
            Attributes = Attributes(node.Child("attributes")),
            Keywords = ReadValueRule.Many(node.Child("keywords")),
            Description = ReadValueRule.From(node.Child("description")),
            Price = Price(node.Child("price")),
            Moq = ReadValueRule.From(node.Child("moq")),
            ListedAt = ReadValueRule.From(node.Child("listedAt")),
            ImageUrl = ReadValueRule.From(node.Child("imageUrl")),
        };
        node.RefuseTheRest();
        return rules;
    }

    private static PriceRules? Price(MapNode? node)
    {
        if (node is null || !node.IsObject("'min', 'max', 'currency', 'unit'"))
            return null;
        var rules = new PriceRules(
            ReadValueRule.Needed(node, "min"),
            ReadValueRule.From(node.Child("max")),
            ReadValueRule.Needed(node, "currency"),
            ReadValueRule.From(node.Child("unit")) ?? new ValueRule { Value = "piece" });
        node.RefuseTheRest();
        return rules;
    }

    private static AttributeRules Attributes(MapNode? node)
    {
        if (node is null || !node.IsObject("'rules' and how to name what they gather"))
            return AttributeRules.None;
        var rules = new AttributeRules(
            [.. node.Child("rules")?.Items().Select(Attribute) ?? []],
            node.Texts("without").ToHashSet(StringComparer.Ordinal),
            node.Pairs("names").ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            new AttributeName(node.Texts("acronyms").Distinct(StringComparer.OrdinalIgnoreCase)));
        node.RefuseTheRest();
        return rules;
    }

    private static AttributeRule Attribute(MapNode node)
    {
        if (!node.IsObject("{ \"name\": …, \"from\": … } or { \"prefix\": … }"))
            return new AttributeRule("", new ValueRule(), null, false);
        var prefix = node.Text("prefix");
        var rule = prefix is null
            ? new AttributeRule(node.Text("name") ?? "", ReadValueRule.Source(node), null, false)
            : new AttributeRule("", new ValueRule(), prefix, node.Flag("dropFalse"));
        if (prefix is null && rule.Name.Length == 0)
            node.Fault("'name' is missing");
        node.RefuseTheRest();
        return rule;
    }

    private static CategoryRules Categories(MapNode? node, MapNode parent)
    {
        if (node is null)
            parent.Fault("'category' is missing");
        if (node is null || !node.IsObject("'from', 'rules', 'otherwise'"))
            return new CategoryRules([], ">", [], null);
        var rules = new CategoryRules(
            node.Texts("from"),
            node.Text("separator") ?? ">",
            [.. node.Child("rules")?.Items().Select(Category).OfType<CategoryRule>() ?? []],
            node.Text("otherwise"));
        node.RefuseTheRest();
        if (rules.Separator.Length == 0)
            node.Fault("'separator' must not be empty");
        if (rules.Otherwise is { } path)
            CheckPath(node, path);
        return rules;
    }

    private static CategoryRule? Category(MapNode node)
    {
        if (!node.IsObject("'path' and the conditions for it"))
            return null;
        var path = node.Text("path") ?? "";
        var rule = new CategoryRule(path, node.Text("in"))
        {
            Words = [.. node.Texts("words").Select(words => new WordPhrase(words))],
            Without = [.. node.Texts("without").Select(words => new WordPhrase(words))],
            Is = node.Texts("is").ToHashSet(StringComparer.OrdinalIgnoreCase),
            Has = node.Texts("has"),
        };
        node.RefuseTheRest();
        CheckPath(node, path);
        if (rule.Words.Count + rule.Is.Count + rule.Has.Count == 0)
            node.Fault("needs 'words', 'is' or 'has'");
        return rule;
    }

    private static void CheckPath(MapNode node, string path)
    {
        if (CategoryPath.Canonical(path, out var fault) is null)
            node.Fault($"the path '{path}' {fault}");
    }
}
