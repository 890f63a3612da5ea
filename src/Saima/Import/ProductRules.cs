namespace Saima.Import;

/// <summary>The fields of a product document.</summary>
public sealed record ProductRules
{
    public required ValueRule Id { get; init; }

    public required ValueRule SellerId { get; init; }

    public required ValueRule Title { get; init; }

    public required CategoryRules Category { get; init; }

    public AttributeRules Attributes { get; init; } = AttributeRules.None;

    public IReadOnlyList<ValueRule> Keywords { get; init; } = [];

    public ValueRule? Description { get; init; }

    public PriceRules? Price { get; init; }

    public ValueRule? Moq { get; init; }

    public ValueRule? ListedAt { get; init; }

    public ValueRule? ImageUrl { get; init; }
}
