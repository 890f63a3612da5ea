using Saima.Engine.Catalogue;

namespace Saima.Storefront.Views;

/// <summary>Who is this supplier, and what of it has been checked?</summary>
public sealed record SupplierView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2, empty if unknown.</summary>
    public string Country { get; init; } = "";

    public SellerKind Kind { get; init; }

    public DateOnly? JoinedOn { get; init; }

    public int? Employees { get; init; }

    public string? LicenceNumber { get; init; }

    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>Every check on file, those that hold first.</summary>
    public IReadOnlyList<CheckView> Checks { get; init; } = [];

    public int ProductCount { get; init; }

    /// <summary>Newest products for its own page, at most 24; empty where only the supplier's facts are asked.</summary>
    public IReadOnlyList<CardView> Products { get; init; } = [];
}
