using System.Net.Mail;

namespace Saima.Market.Inquiries;

/// <summary>What a buyer wants to ask, as he wrote it.</summary>
public sealed record InquiryDraft
{
    /// <summary>The caller's own id, so that a repeated sending is one inquiry; null = the market gives one.</summary>
    public string? Id { get; init; }

    public required string ProductId { get; init; }

    /// <summary>1–4,000 characters, of many lines.</summary>
    public required string Message { get; init; }

    public string? BuyerName { get; init; }

    public string? BuyerCompany { get; init; }

    /// <summary>Where the supplier answers.</summary>
    public required string BuyerEmail { get; init; }

    public string? BuyerCountry { get; init; }

    public int? Quantity { get; init; }

    /// <summary>The decision that showed the product; its MAC has been checked by whoever took the request.</summary>
    public string? AllocationId { get; init; }

    /// <summary>Keyed hash of the visit.</summary>
    public required long VisitHash { get; init; }

    /// <summary>The draft with its texts as they are kept; what is wrong with it stands in <paramref name="refusals"/>.</summary>
    internal InquiryDraft Checked(RefusalList refusals)
    {
        CheckId("id", Id, refusals);
        CheckId("productId", ProductId, refusals);
        CheckId("allocationId", AllocationId, refusals);
        if (BuyerCountry is not null && (BuyerCountry.Length != 2 || !BuyerCountry.All(char.IsAsciiLetterUpper)))
            refusals.Add("buyerCountry", "must be two upper-case letters (ISO 3166-1)");
        if (Quantity < 1)
            refusals.Add("quantity", "must be at least 1");

        var email = BuyerEmail.Trim();
        if (email.Length > 254 || !MailAddress.TryCreate(email, out var address) || address.Address != email || email.Any(char.IsControl))
            refusals.Add("buyerEmail", "must be an e-mail address");

        return this with
        {
            Message = Cleaned("message", Message, 1, 4_000, manyLines: true, refusals),
            BuyerName = string.IsNullOrWhiteSpace(BuyerName) ? null : Cleaned("buyerName", BuyerName, 1, 200, manyLines: false, refusals),
            BuyerCompany = string.IsNullOrWhiteSpace(BuyerCompany) ? null : Cleaned("buyerCompany", BuyerCompany, 1, 200, manyLines: false, refusals),
            BuyerEmail = email,
        };
    }

    private static void CheckId(string field, string? id, RefusalList refusals)
    {
        if (id is not null && !CallerId.IsValid(id))
            refusals.Add(field, CallerId.Rule);
    }

    private static string Cleaned(string field, string text, int min, int max, bool manyLines, RefusalList refusals)
    {
        var clean = PlainText.Clean(text, min, max, manyLines, out var fault);
        if (fault is not null)
            refusals.Add(field, fault);

        return clean ?? "";
    }
}
