namespace Saima.Market.Inquiries;

/// <summary>One buyer's question to one supplier, as it is stored.</summary>
public sealed class InquiryRow
{
    /// <summary>The id under which events name it: 1–64 of <c>A–Z a–z 0–9 . _ : -</c>.</summary>
    public required string Id { get; set; }

    public int ProductSlot { get; set; }
    public int SellerSlot { get; set; }
    public required string Message { get; set; }
    public string? BuyerName { get; set; }
    public string? BuyerCompany { get; set; }
    public required string BuyerEmail { get; set; }

    /// <summary>ISO 3166-1 alpha-2, upper case; null if not said.</summary>
    public string? BuyerCountry { get; set; }

    public int? Quantity { get; set; }

    /// <summary>When it was sent, Unix microseconds UTC.</summary>
    public long AtMicros { get; set; }

    /// <summary>The decision that showed the product, as text; null if none did.</summary>
    public string? AllocationId { get; set; }

    /// <summary>Keyed hash of the visit.</summary>
    public long VisitHash { get; set; }
}
