namespace Saima.Market.Inquiries;

/// <summary>What the log hears of an inquiry: enough for credit and clock, nothing that names the buyer. The JSON of outbox rows of this kind.</summary>
/// <param name="AtMicros">Unix microseconds UTC.</param>
/// <param name="AllocationId">The decision that showed the product, as text, or null.</param>
/// <param name="VisitHash">Keyed hash of the visit.</param>
public sealed record InquirySent(string Id, long AtMicros, string ProductId, int ProductSlot, int SellerSlot, string? AllocationId, long VisitHash)
{
    public const string Kind = "inquiry";
}
