using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>One supplier, as it is stored; a deleted one keeps its slot and its id.</summary>
public sealed class SellerRow
{
    /// <summary>The engine's slot: given once, never reused.</summary>
    public int Slot { get; set; }

    public required string Id { get; set; }
    public required string Name { get; set; }
    public string Country { get; set; } = "";
    public SellerKind Kind { get; set; }
    public Membership Membership { get; set; }
    public DateOnly? JoinedOn { get; set; }

    /// <summary>JSON array of checks as in the contract; null if there are none.</summary>
    public string? ChecksJson { get; set; }

    /// <summary>JSON array of strings; null if there are none.</summary>
    public string? CertificatesJson { get; set; }

    public int? Employees { get; set; }
    public int? InquiriesPerDayCapacity { get; set; }
    public string? LicenceNumber { get; set; }
    public long ContentHash { get; set; }
    public long ChangedSequence { get; set; }

    /// <summary>Catalogue sequence of the deletion; null while it is live.</summary>
    public long? DeletedSequence { get; set; }

    public Seller ToEngine() => new()
    {
        Slot = Slot,
        Id = Id,
        Name = Name,
        Country = Country,
        Kind = Kind,
        Membership = Membership,
        JoinedOn = JoinedOn,
        Checks = [.. JsonColumn.Read<SellerCheckDocument>(ChecksJson).Select(check => check.ToEngine())],
        Certificates = JsonColumn.Read<string>(CertificatesJson),
        Employees = Employees,
        InquiriesPerDayCapacity = InquiriesPerDayCapacity,
        LicenceNumber = LicenceNumber,
    };
}
