using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Market.Catalogue;

namespace Saima.Market.Inquiries;

/// <summary>What became of an inquiry: its id, or every reason why it was not sent.</summary>
/// <param name="IsDuplicate">True if the same inquiry under the same id was there already: nothing was written.</param>
public sealed record SentInquiry(string? Id, bool IsDuplicate, IReadOnlyList<Refusal> Refusals);

/// <summary>Sends a buyer's question to the supplier of a product, and notes for the log that it was sent.</summary>
public sealed class SendInquiry(MarketWriter writer, TimeProvider clock)
{
    public async Task<SentInquiry> RunAsync(InquiryDraft draft, CancellationToken cancel = default)
    {
        var refusals = new RefusalList(0, draft.Id);
        var clean = draft.Checked(refusals);
        if (refusals.Count > 0)
            return new SentInquiry(null, false, refusals.Refusals);

        return await writer.WriteAsync(market => KeepAsync(market, clean, refusals, cancel), cancel);
    }

    private async Task<SentInquiry> KeepAsync(MarketWrite market, InquiryDraft draft, RefusalList refusals, CancellationToken cancel)
    {
        var product = await market.Db.Products.AsNoTracking().Where(row => row.Id == draft.ProductId)
            .Select(row => new { row.Slot, row.SellerSlot, IsLive = row.DeletedSequence == null }).SingleOrDefaultAsync(cancel);
        var earlier = draft.Id is null ? null : await market.Db.Inquiries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == draft.Id, cancel);

        if (earlier is not null && earlier.ProductSlot == product?.Slot && IsSame(earlier, draft))
            return new SentInquiry(earlier.Id, true, []);
        if (earlier is not null)
            refusals.Add("id", "names another inquiry already");
        if (product is not { IsLive: true })
            refusals.Add("productId", $"names no product of this market: {draft.ProductId}");
        if (refusals.Count > 0)
            return new SentInquiry(null, false, refusals.Refusals);

        var inquiry = RowOf(draft, product!.Slot, product.SellerSlot);
        market.Db.Add(inquiry);
        market.Db.Add(NoteOf(inquiry, draft.ProductId));
        await market.SaveAsync(cancel);
        return new SentInquiry(inquiry.Id, false, []);
    }

    private InquiryRow RowOf(InquiryDraft draft, int productSlot, int sellerSlot)
    {
        var now = clock.GetUtcNow();
        return new InquiryRow
        {
            Id = draft.Id ?? "i-" + Guid.CreateVersion7(now).ToString("N"),
            ProductSlot = productSlot,
            SellerSlot = sellerSlot,
            Message = draft.Message,
            BuyerName = draft.BuyerName,
            BuyerCompany = draft.BuyerCompany,
            BuyerEmail = draft.BuyerEmail,
            BuyerCountry = draft.BuyerCountry,
            Quantity = draft.Quantity,
            AtMicros = UnixMicros.From(now),
            AllocationId = draft.AllocationId,
            VisitHash = draft.VisitHash,
        };
    }

    private static bool IsSame(InquiryRow row, InquiryDraft draft) =>
        (row.Message, row.BuyerName, row.BuyerCompany, row.BuyerEmail, row.BuyerCountry, row.Quantity, row.AllocationId, row.VisitHash)
        == (draft.Message, draft.BuyerName, draft.BuyerCompany, draft.BuyerEmail, draft.BuyerCountry, draft.Quantity, draft.AllocationId, draft.VisitHash);

    // The log outlives the buyer's wish to be forgotten: no name, no address, no message goes there.
    private static OutboxRow NoteOf(InquiryRow row, string productId) => new()
    {
        Kind = InquirySent.Kind,
        AtMicros = row.AtMicros,
        Json = JsonSerializer.Serialize(
            new InquirySent(row.Id, row.AtMicros, productId, row.ProductSlot, row.SellerSlot, row.AllocationId, row.VisitHash), JsonColumn.Options),
    };
}
