namespace Saima.Import;

/// <summary>How long may what be in a document of the contract?</summary>
public static class ContractRules
{
    public const int Title = 500;
    public const int Description = 20_000;
    public const int SellerName = 500;
    public const int Attributes = 100;
    public const int AttributeName = 100;
    public const int AttributeText = 500;
    public const int Keywords = 50;
    public const int Keyword = 100;
    public const int CategoryDepth = 6;
    public const int CategoryName = 80;
    public const decimal LargestAmount = 1e12m;

    public static readonly IReadOnlySet<string> Kinds = new HashSet<string>(StringComparer.Ordinal) { "factory", "integrated", "trader", "individual" };

    public static readonly IReadOnlySet<string> Memberships = new HashSet<string>(StringComparer.Ordinal) { "none", "basic", "verified" };

    /// <summary>What is wrong with a path such as <c>Furniture > Bedroom > Beds</c>; nothing if it may stand.</summary>
    public static IEnumerable<string> CategoryPathFaults(string path)
    {
        var names = path.Split('>').Select(name => name.Trim()).ToArray();
        if (names.Length > CategoryDepth)
            yield return $"is {names.Length} levels deep; at most {CategoryDepth}";
        if (names.Any(name => name.Length is 0 or > CategoryName))
            yield return $"has a level that is empty or longer than {CategoryName} characters";
        if (path.Any(char.IsControl))
            yield return "holds control characters";
    }
}
