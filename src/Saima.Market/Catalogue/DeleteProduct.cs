using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Catalogue;

/// <summary>Takes a listing off the market; its id and slot stay its own for a later return.</summary>
public sealed class DeleteProduct(MarketWriter writer)
{
    /// <summary>Deletes the live product of that id.</summary>
    /// <param name="onlySellerId">Only a product of this supplier may go (a key bound to it); null = of any.</param>
    public Task<DeleteAnswer> RunAsync(string id, string? onlySellerId = null, CancellationToken cancel = default) =>
        writer.WriteAsync(async market =>
        {
            var change = await market.CatalogueAsync(cancel);
            var slot = await FindLiveAsync(market.Db, id, onlySellerId, cancel);
            if (slot is null)
                return new DeleteAnswer(DeleteOutcome.NotFound, change.SequenceThen);

            await market.Db.Products.Where(row => row.Slot == slot).ExecuteUpdateAsync(
                row => row.SetProperty(product => product.DeletedSequence, change.Sequence).SetProperty(product => product.ChangedSequence, change.Sequence),
                cancel);
            change.RemoveProduct(slot.Value);
            return new DeleteAnswer(DeleteOutcome.Deleted, change.SequenceThen);
        }, cancel);

    private static Task<int?> FindLiveAsync(MarketDb db, string id, string? onlySellerId, CancellationToken cancel) =>
        (from product in db.Products
         join seller in db.Sellers on product.SellerSlot equals seller.Slot
         where product.Id == id && product.DeletedSequence == null && (onlySellerId == null || seller.Id == onlySellerId)
         select (int?)product.Slot).SingleOrDefaultAsync(cancel);
}
