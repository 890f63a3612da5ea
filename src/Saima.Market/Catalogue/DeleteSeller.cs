using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Catalogue;

/// <summary>Takes a supplier off the market; its id and slot stay its own for a later return.</summary>
/// <remarks>
/// Refused while it has live products. A deletion that takes thousands of listings with it should be the caller's decision, listing
/// by listing, and no race may ever hold a product whose supplier is gone.
/// </remarks>
public sealed class DeleteSeller(MarketWriter writer)
{
    public Task<DeleteAnswer> RunAsync(string id, CancellationToken cancel = default) =>
        writer.WriteAsync(async market =>
        {
            var change = await market.CatalogueAsync(cancel);
            var slot = await market.Db.Sellers.Where(row => row.Id == id && row.DeletedSequence == null)
                .Select(row => (int?)row.Slot).SingleOrDefaultAsync(cancel);
            if (slot is null)
                return new DeleteAnswer(DeleteOutcome.NotFound, change.SequenceThen);

            var live = await market.Db.Products.CountAsync(row => row.SellerSlot == slot && row.DeletedSequence == null, cancel);
            if (live > 0)
                return new DeleteAnswer(DeleteOutcome.HasProducts, change.SequenceThen, live);

            await market.Db.Sellers.Where(row => row.Slot == slot).ExecuteUpdateAsync(
                row => row.SetProperty(seller => seller.DeletedSequence, change.Sequence).SetProperty(seller => seller.ChangedSequence, change.Sequence),
                cancel);
            change.RemoveSeller();
            return new DeleteAnswer(DeleteOutcome.Deleted, change.SequenceThen);
        }, cancel);
}
