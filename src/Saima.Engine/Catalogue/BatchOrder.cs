namespace Saima.Engine.Catalogue;

/// <summary>Can this batch be taken? Asked before anything changes, so that a batch is taken whole or not at all.</summary>
internal static class BatchOrder
{
    /// <summary>Throws unless every slot of the batch is known, or is brought by the batch itself in order.</summary>
    /// <param name="batch">What is to be taken.</param>
    /// <param name="categories">Categories known before it.</param>
    /// <param name="sellers">Sellers known before it, by slot.</param>
    /// <exception cref="ArgumentException">A slot is out of order, below 0, or nobody brought it.</exception>
    public static void Require(CatalogueBatch batch, int categories, Seller?[] sellers)
    {
        foreach (var category in batch.Categories)
        {
            if ((uint)category.Slot > (uint)categories || category.ParentSlot >= category.Slot || category.ParentSlot < -1)
                throw new ArgumentException($"category slot {category.Slot} ('{category.Path}') is out of order");
            categories = Math.Max(categories, category.Slot + 1);
        }

        var brought = new HashSet<int>(batch.Sellers.Count);
        foreach (var seller in batch.Sellers)
        {
            if (seller.Slot < 0)
                throw new ArgumentException($"seller '{seller.Id}' has slot {seller.Slot}");
            brought.Add(seller.Slot);
        }

        foreach (var product in batch.Products)
        {
            if (product.Slot < 0)
                throw new ArgumentException($"product '{product.Id}' has slot {product.Slot}");
            if ((uint)product.CategorySlot >= (uint)categories)
                throw new ArgumentException($"product '{product.Id}' names category slot {product.CategorySlot}, which does not exist");
            if (!brought.Contains(product.SellerSlot) && ((uint)product.SellerSlot >= (uint)sellers.Length || sellers[product.SellerSlot] is null))
                throw new ArgumentException($"product '{product.Id}' names seller slot {product.SellerSlot}, which does not exist");
        }
    }
}
