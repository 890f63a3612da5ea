using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>Which catalogue rows does the transaction under way change, and under which sequence?</summary>
public sealed class CatalogueChange(long sequence)
{
    private readonly List<Category> _categories = [];
    private readonly List<Seller> _sellers = [];
    private readonly List<Product> _products = [];
    private readonly List<int> _removedProductSlots = [];
    private bool _removedSellers;

    /// <summary>The sequence that the changed rows carry if anything changes.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The catalogue's sequence once this transaction is through: unmoved if nothing changed.</summary>
    public long SequenceThen => IsEmpty ? Sequence - 1 : Sequence;

    public bool IsEmpty => _categories.Count + _sellers.Count + _products.Count + _removedProductSlots.Count == 0 && !_removedSellers;

    public void Put(CategoryRow row) => _categories.Add(row.ToEngine());

    public void Put(SellerRow row) => _sellers.Add(row.ToEngine());

    public void Put(ProductRow row) => _products.Add(row.ToEngine());

    public void RemoveProduct(int slot) => _removedProductSlots.Add(slot);

    /// <summary>A supplier without live products is in no race: the engine need not hear of it, the sequence moves all the same.</summary>
    public void RemoveSeller() => _removedSellers = true;

    public CatalogueBatch ToBatch() => new()
    {
        Sequence = Sequence,
        Categories = _categories,
        Sellers = _sellers,
        Products = _products,
        RemovedProductSlots = _removedProductSlots,
    };
}
