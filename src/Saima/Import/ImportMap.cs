namespace Saima.Import;

/// <summary>How do somebody else's records become documents of the contract? What the operator wrote in the map file.</summary>
public sealed record ImportMap(ProductRules? Product, SellerRules? Seller);

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

/// <summary>The price of a product document; without a <see cref="Min"/> in the record there is none.</summary>
public sealed record PriceRules(ValueRule Min, ValueRule? Max, ValueRule Currency, ValueRule Unit);

/// <summary>The fields of a seller document.</summary>
public sealed record SellerRules
{
    public required ValueRule Id { get; init; }

    public required ValueRule Name { get; init; }

    public ValueRule? Country { get; init; }

    public ValueRule? Kind { get; init; }

    public ValueRule? Membership { get; init; }

    public ValueRule? JoinedOn { get; init; }

    public IReadOnlyList<ValueRule> Certificates { get; init; } = [];

    public ValueRule? Employees { get; init; }

    public ValueRule? InquiriesPerDayCapacity { get; init; }

    public ValueRule? LicenceNumber { get; init; }
}
