using Saima.Engine.Catalogue;
using Saima.Engine.Race;
using Saima.Storefront.Views;

namespace Saima.Storefront.Sample;

/// <summary>One invented product.</summary>
public sealed record SampleProduct
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Category { get; init; }
    public int Seller { get; init; }
    public PriceBand? Price { get; init; }
    public int? Moq { get; init; }
    public string? ImageUrl { get; init; }
    public string Description { get; init; } = "";
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>A number that is the same on every run.</summary>
    public int Hash => HashOf(Id + Title);

    public bool IsIn(string category) =>
        Category == category || Category.StartsWith(category + Engine.Catalogue.Category.Separator, StringComparison.Ordinal);

    public CardView Card() => new()
    {
        ProductId = Id,
        Title = Title,
        Price = Price,
        Moq = Moq,
        ImageUrl = ImageUrl,
        Supplier = SampleMarket.SellerLine(Seller),
        Lane = Lane.Merit,
    };

    internal static int HashOf(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ (hash >> 15)) & 0x7fffffff);
    }
}
