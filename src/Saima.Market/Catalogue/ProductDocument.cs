using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>One listing as the contract writes it.</summary>
public sealed record ProductDocument
{
    public required string Id { get; init; }
    public required string SellerId { get; init; }
    public required string Title { get; init; }

    /// <summary>Path of the category, as in <c>Furniture > Beds</c>.</summary>
    public required string Category { get; init; }

    /// <summary>In the caller's order.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new OrderedDictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> Keywords { get; init; } = [];
    public string Description { get; init; } = "";

    /// <summary>Null = on request (面议).</summary>
    public PriceDocument? Price { get; init; }

    public int? Moq { get; init; }

    /// <summary>Null = when the market first saw it.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>An http(s) address, or a path on this site that begins with a slash.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The document that would make this product.</summary>
    public static ProductDocument Of(Product product, string sellerId, string categoryPath) => new()
    {
        Id = product.Id,
        SellerId = sellerId,
        Title = product.Title,
        Category = categoryPath,
        Attributes = new OrderedDictionary<string, string>(product.Attributes, StringComparer.Ordinal),
        Keywords = product.Keywords,
        Description = product.Description,
        Price = PriceDocument.Of(product.Price),
        Moq = product.Moq,
        ListedAt = UnixMicros.ToInstant(product.ListedAtMicros),
        ImageUrl = product.ImageUrl,
    };

    internal static ProductDocument? Read(FieldReader fields)
    {
        var id = fields.Id("id");
        var sellerId = fields.Id("sellerId");
        var title = fields.RequiredText("title", DocumentLimits.Title);
        var category = fields.CategoryPath("category");
        var read = new ProductDocument
        {
            Id = id ?? "",
            SellerId = sellerId ?? "",
            Title = title ?? "",
            Category = category ?? "",
            Attributes = fields.Pairs("attributes", DocumentLimits.Attributes, DocumentLimits.AttributeName, DocumentLimits.AttributeText),
            Keywords = fields.Texts("keywords", DocumentLimits.Keywords, DocumentLimits.Keyword),
            Description = fields.ManyLines("description", DocumentLimits.Description) ?? "",
            Price = fields.Object("price", PriceDocument.Read),
            Moq = fields.Whole("moq", 1, int.MaxValue),
            ListedAt = fields.Instant("listedAt", fields.Dates.LatestInstant),
            ImageUrl = fields.ImageUrl("imageUrl"),
        };
        return id is null || sellerId is null || title is null || category is null ? null : read;
    }
}
