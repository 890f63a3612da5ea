namespace Saima.Engine.Catalogue;

/// <summary>Here is a product of the catalogue that is being loaded; where does it go? One thread's way in.</summary>
public sealed class LoadLane : IDisposable
{
    private readonly ProductTerms _terms;
    private readonly NameTable _currencies;
    private readonly string[] _paths;
    private readonly bool[] _sells;

    internal LoadLane(ProductTerms terms, NameTable currencies, string[] paths, bool[] sells)
    {
        (_terms, _currencies, _paths, _sells) = (terms, currencies, paths, sells);
        Part = new SegmentPart(terms);
    }

    /// <summary>What this lane has taken.</summary>
    internal SegmentPart Part { get; }

    /// <summary>Takes a product; each slot once, over all lanes.</summary>
    /// <exception cref="ArgumentException">It names a slot that nobody brought, as a batch would be refused.</exception>
    public void Add(Product product)
    {
        if (product.Slot < 0)
            throw new ArgumentException($"product '{product.Id}' has slot {product.Slot}");
        if ((uint)product.CategorySlot >= (uint)_paths.Length)
            throw new ArgumentException($"product '{product.Id}' names category slot {product.CategorySlot}, which does not exist");
        if ((uint)product.SellerSlot >= (uint)_sells.Length || !_sells[product.SellerSlot])
            throw new ArgumentException($"product '{product.Id}' names seller slot {product.SellerSlot}, which does not exist");
        Part.Add(product, _paths[product.CategorySlot], _currencies);
    }

    public void Dispose() => _terms.Dispose();
}
