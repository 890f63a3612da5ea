using System.Security.Cryptography;
using System.Text;
using Saima.Market.Inquiries;
using Saima.Market.Traffic;
using Saima.Storefront.Views;
using Saima.Storefront.Visits;

namespace Saima.Storefront.Window;

/// <summary>What did the visitor do? Clicks, looks and inquiries on their way into the books.</summary>
/// <remarks>Ids are made of what happened, so that a reload or a second beacon is the same event.</remarks>
public sealed partial class TakeVisits(
    RecordEvents events, SendInquiry inquiries, VisitorHashes hashes, TimeProvider time, ILogger<TakeVisits> logger)
{
    public Task ClickAsync(string allocationId, string productId, Visitor visitor, CancellationToken cancel) =>
        RecordAsync(
            new EventDocument
            {
                Id = $"c.{allocationId}.{Digest(productId)}",
                Type = EventType.Click,
                At = time.GetUtcNow(),
                VisitId = visitor.VisitId,
                AllocationId = allocationId,
                ProductId = productId,
            },
            cancel);

    public Task SeenAsync(string allocationId, IReadOnlyList<string> productIds, Visitor visitor, CancellationToken cancel) =>
        RecordAsync(
            new EventDocument
            {
                Id = $"v.{allocationId}.{Digest(string.Join('\n', productIds))}",
                Type = EventType.Impression,
                At = time.GetUtcNow(),
                VisitId = visitor.VisitId,
                AllocationId = allocationId,
                Shown = productIds,
            },
            cancel);

    /// <summary>The id under which the inquiry was taken, or null if the product is not offered any more.</summary>
    public async Task<string?> InquireAsync(string productId, string? allocationId, InquiryForm form, Visitor visitor, CancellationToken cancel)
    {
        var sent = await inquiries.RunAsync(
            new InquiryDraft
            {
                ProductId = productId,
                Message = form.Message,
                BuyerName = form.Name,
                BuyerCompany = form.Company,
                BuyerEmail = form.Email,
                Quantity = form.Quantity,
                AllocationId = events.IsOurs(allocationId) ? allocationId : null,
                VisitHash = hashes.OfVisit(visitor.VisitId),
            },
            cancel);
        return sent.Id;
    }

    // A page must show its product even when the books are closed for a moment; what was not booked is said in the program's log.
    private async Task RecordAsync(EventDocument document, CancellationToken cancel)
    {
        if (!events.IsOurs(document.AllocationId))
            return;
        try
        {
            // The event's time is in its content, so a repeated one is a conflict with itself and changes nothing: the first stands.
            await events.RunAsync(document, cancel);
        }
        catch (LogUnavailableException e)
        {
            NotBooked(logger, document.Type, e.Message);
        }
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    [LoggerMessage(LogLevel.Warning, "A {Type} was not booked: {Reason}")]
    private static partial void NotBooked(ILogger logger, EventType type, string reason);
}
