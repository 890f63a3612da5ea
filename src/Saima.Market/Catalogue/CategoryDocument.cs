namespace Saima.Market.Catalogue;

/// <summary>One category as the contract writes it.</summary>
public sealed record CategoryDocument
{
    /// <summary>Names from the root, at most six, joined as in <c>Furniture > Beds</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The last name of the path in other languages, by language tag.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal static CategoryDocument? Read(FieldReader fields)
    {
        var path = fields.CategoryPath("path");
        var names = fields.Pairs("names", maxCount: 30, maxName: 20, maxValue: Catalogue.CategoryPath.MaxNameLength);
        return path is null ? null : new CategoryDocument { Path = path, Names = names };
    }
}
