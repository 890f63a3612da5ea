using System.Threading.Channels;
using Saima.Engine.Catalogue;

namespace Saima.Market.Traffic;

/// <summary>What has changed in the catalogue since the last look? All waiting batches as one.</summary>
public static class CatalogueBacklog
{
    /// <summary>Takes what waits, without waiting; null if nothing does.</summary>
    public static CatalogueBatch? Take(ChannelReader<CatalogueBatch> feed)
    {
        var waiting = new List<CatalogueBatch>();
        while (feed.TryRead(out var batch))
            waiting.Add(batch);
        return waiting.Count == 0 ? null : Join(waiting);
    }

    /// <summary>One batch with the same effect as all of them in order.</summary>
    public static CatalogueBatch Join(IReadOnlyList<CatalogueBatch> batches)
    {
        if (batches.Count == 1)
            return batches[0];
        var (products, removed) = (new Dictionary<int, Product>(), new HashSet<int>());
        foreach (var batch in batches)
        {
            // Within a batch removals come first; a row that it brings as well is for sale.
            foreach (var slot in batch.RemovedProductSlots)
            {
                products.Remove(slot);
                removed.Add(slot);
            }

            foreach (var product in batch.Products)
            {
                products[product.Slot] = product;
                removed.Remove(product.Slot);
            }
        }

        return new CatalogueBatch
        {
            Sequence = batches.Max(batch => batch.Sequence),
            Categories = [.. batches.SelectMany(batch => batch.Categories)],
            Sellers = [.. batches.SelectMany(batch => batch.Sellers)],
            Products = [.. products.Values],
            RemovedProductSlots = [.. removed],
        };
    }
}
