using Saima.Engine.Catalogue;

namespace Saima.Engine.Tests.Catalogue;

/// <summary>Random life of a small catalogue: listings come, change hands, go and come back.</summary>
internal static class Batches
{
    public const int Slots = 90;
    private const int Sellers = 12;
    private const int Categories = 6;

    public static CatalogueBatch Next(Random random, PlainCatalogue plain, long sequence)
    {
        var most = random.Next(4) == 0 ? 40 : 6;
        var products = new List<Product>();
        for (var i = random.Next(most); i > 0; i--)
            products.Add(Some.Listing(random, random.Next(Slots), Sellers, Categories));
        var removed = new List<int>();
        for (var i = random.Next(most / 2); i > 0; i--)
            removed.Add(random.Next(-1, Slots + 20));
        return new CatalogueBatch
        {
            Sequence = sequence,
            Products = products,
            RemovedProductSlots = removed,
            Sellers = random.Next(3) > 0 ? [] : [Moved(random, plain)],
            Categories = random.Next(5) > 0 ? [] : [Renamed(random, plain), .. random.Next(2) == 0 ? (Category[])[New(random, plain)] : []],
        };
    }

    private static Seller Moved(Random random, PlainCatalogue plain) =>
        plain.Sellers[random.Next(Sellers)] with { Country = random.Next(2) == 0 ? "VN" : "DE", Checks = [] };

    private static Category Renamed(Random random, PlainCatalogue plain)
    {
        var category = plain.Categories[random.Next(plain.Categories.Count)];
        return category with { Path = category.Path + " " + Some.Phrase(random, 1) };
    }

    private static Category New(Random random, PlainCatalogue plain) => new(plain.Categories.Count, Some.Phrase(random, 2), random.Next(-1, plain.Categories.Count));
}
