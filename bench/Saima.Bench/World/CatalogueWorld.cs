using Saima.Engine.Catalogue;

namespace Saima.Bench.World;

/// <summary>A made-up catalogue of any size, the same for the same seed: what is product n?</summary>
/// <remarks>Nothing is kept of a product: it is made when it is asked for, as often as it is. Safe for several threads.</remarks>
public sealed class CatalogueWorld
{
    private readonly WorldShape _shape;
    private readonly int[] _firstProducts;
    private readonly ThreadLocal<ProductMaker> _maker;

    public CatalogueWorld(WorldOptions options)
    {
        _shape = new WorldShape(options);
        _firstProducts = [.. _shape.Sellers.Select(seller => seller.FirstProduct)];
        _maker = new ThreadLocal<ProductMaker>(() => new ProductMaker(_shape));
    }

    public WorldOptions Options => _shape.Options;

    /// <summary>How many products there are, numbered from 0.</summary>
    public int Count => Options.Products;

    /// <summary>Parents before children.</summary>
    public IReadOnlyList<Category> Categories => _shape.Categories;

    /// <summary>How many products each supplier has, by slot.</summary>
    public IEnumerable<int> SellerSizes => _shape.Sellers.Select(seller => seller.Size);

    /// <summary>The suppliers, by slot.</summary>
    public IEnumerable<Seller> Sellers => _shape.Sellers.Select((seller, slot) => WorldSeller.Facts(slot, seller.Brand, Options.Seed));

    /// <summary>The product of a number, as it is or as it is after some updates.</summary>
    public Product At(int number, int revision = 0)
    {
        var found = Array.BinarySearch(_firstProducts, number);
        return _maker.Value!.At(number, found >= 0 ? found : ~found - 1, revision);
    }

    /// <summary>All products, made on all cores and kept by the caller.</summary>
    public Product[] All()
    {
        var products = new Product[Count];
        Parallel.For(0, Count, number => products[number] = At(number));
        return products;
    }

    /// <summary>Everything as the engine takes it at start.</summary>
    public CatalogueBatch Batch() => new() { Sequence = 1, Categories = Categories, Sellers = [.. Sellers], Products = All() };
}
