using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>One supplier as the contract writes it.</summary>
public sealed record SellerDocument
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case; null if unknown.</summary>
    public string? Country { get; init; }

    public SellerKind? Kind { get; init; }
    public Membership Membership { get; init; }
    public DateOnly? JoinedOn { get; init; }
    public IReadOnlyList<SellerCheckDocument> Checks { get; init; } = [];
    public IReadOnlyList<string> Certificates { get; init; } = [];
    public int? Employees { get; init; }
    public int? InquiriesPerDayCapacity { get; init; }
    public string? LicenceNumber { get; init; }

    /// <summary>The document that would make this supplier.</summary>
    public static SellerDocument Of(Seller seller) => new()
    {
        Id = seller.Id,
        Name = seller.Name,
        Country = seller.Country.Length == 0 ? null : seller.Country,
        Kind = seller.Kind == SellerKind.Unknown ? null : seller.Kind,
        Membership = seller.Membership,
        JoinedOn = seller.JoinedOn,
        Checks = [.. seller.Checks.Select(check => new SellerCheckDocument(check.What, check.By, check.On, check.Until))],
        Certificates = seller.Certificates,
        Employees = seller.Employees,
        InquiriesPerDayCapacity = seller.InquiriesPerDayCapacity,
        LicenceNumber = seller.LicenceNumber,
    };

    internal static SellerDocument? Read(FieldReader fields)
    {
        var id = fields.Id("id");
        var name = fields.RequiredText("name", DocumentLimits.SellerName);
        var read = new SellerDocument
        {
            Id = id ?? "",
            Name = name ?? "",
            Country = fields.Country("country"),
            Kind = fields.Choice<SellerKind>("kind", DocumentLimits.Kinds),
            Membership = fields.Choice<Membership>("membership", DocumentLimits.Memberships) ?? Membership.None,
            JoinedOn = fields.Day("joinedOn", DocumentDates.Earliest, fields.Dates.LatestDay),
            Checks = fields.Objects("checks", 50, SellerCheckDocument.Read),
            Certificates = fields.Texts("certificates", DocumentLimits.Certificates, DocumentLimits.Certificate),
            Employees = fields.Whole("employees", 0, 10_000_000),
            InquiriesPerDayCapacity = fields.Whole("inquiriesPerDayCapacity", 0, 1_000_000),
            LicenceNumber = fields.Text("licenceNumber", DocumentLimits.LicenceNumber),
        };
        return id is null || name is null ? null : read;
    }
}
