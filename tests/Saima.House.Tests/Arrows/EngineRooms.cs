namespace Saima.House.Tests.Arrows;

/// <summary>Which rooms of the engine may a room use? The one table; change it together with ARCHITECTURE.md.</summary>
internal static class EngineRooms
{
    public const string Project = "Saima.Engine";

    /// <summary>Types at the engine's root, such as the request; <c>Allocator</c> itself stands there and may use every room.</summary>
    public const string Root = "(root)";

    /// <summary>What is for sale, as values: what text and rules may see of the catalogue.</summary>
    private static readonly string[] CatalogueRows = ["Product", "PriceBand", "Seller", "SellerKind", "SellerCheck", "Membership", "Category"];

    public static readonly IReadOnlyDictionary<string, Door[]> MayUse = new Dictionary<string, Door[]>(StringComparer.Ordinal)
    {
        ["Kernels"] = [],
        ["Records"] = [],
        ["Catalogue"] = [new("Text"), new("Kernels")],
        ["Text"] = [new("Catalogue", CatalogueRows)],
        ["Policies"] = [new("Catalogue", CatalogueRows)],
        ["Retrieval"] = [new("Catalogue"), new("Text"), new("Policies"), new("Kernels")],
        ["Pool"] = [new("Records")],
        ["Learning"] = [new("Records"), new("Pool"), new("Kernels")],
        ["Race"] =
        [
            new("Catalogue"), new("Policies"), new("Retrieval"), new("Learning"), new("Pool"), new("Records"), new("Kernels"), new(Root),
        ],
        ["Explain"] =
        [
            new("Catalogue"), new("Text"), new("Policies"), new("Retrieval"), new("Learning"),
            new("Race"), new("Pool"), new("Records"), new("Kernels"), new(Root),
        ],
    };
}
