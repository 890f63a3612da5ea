using Saima.Engine.Catalogue;

namespace Saima.Bench.Peers;

/// <summary>What do other engines get to search of a product? The same text as ours, field by field.</summary>
/// <param name="Category">Names from the root.</param>
/// <param name="Attributes">Names and values.</param>
public sealed record ListingText(string Title, string Keywords, string Category, string Attributes, string Description)
{
    public static ListingText Of(Product product, string categoryPath) => new(
        product.Title,
        string.Join('\n', product.Keywords),
        categoryPath,
        string.Join('\n', product.Attributes.Select(attribute => $"{attribute.Key} {attribute.Value}")),
        product.Description);

    /// <summary>All fields as one text.</summary>
    public string Whole() => string.Join('\n', Title, Keywords, Category, Attributes, Description);
}
