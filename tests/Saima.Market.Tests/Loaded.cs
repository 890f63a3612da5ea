using Saima.Engine.Catalogue;

namespace Saima.Market.Tests;

/// <summary>What an engine would know after it has read these batches.</summary>
internal sealed class Loaded
{
    public long Sequence { get; private set; }
    public SortedDictionary<int, Category> Categories { get; } = [];
    public SortedDictionary<int, Seller> Sellers { get; } = [];
    public SortedDictionary<int, Product> Products { get; } = [];

    public Product Product(string id) => Products.Values.Single(product => product.Id == id);

    public Seller Seller(string id) => Sellers.Values.Single(seller => seller.Id == id);

    public void Add(CatalogueBatch batch)
    {
        Sequence = batch.Sequence;
        foreach (var category in batch.Categories)
            Categories[category.Slot] = category;
        foreach (var seller in batch.Sellers)
            Sellers[seller.Slot] = seller;
        foreach (var product in batch.Products)
            Products[product.Slot] = product;
        foreach (var slot in batch.RemovedProductSlots)
            Products.Remove(slot);
    }
}
