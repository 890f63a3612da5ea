using Saima.Engine.Catalogue;

namespace Saima.Engine.Tests.Catalogue;

public sealed class RefusedBatchTests
{
    private static readonly CatalogueBatch Good = new()
    {
        Sequence = 2,
        Categories = [new Category(6, "Sixth", 0), new Category(0, "Renamed", -1)],
        Sellers = [Some.Seller(40), Some.Seller(0) with { Name = "Renamed" }],
        Products = [Some.Product(500, seller: 40, category: 6)],
        RemovedProductSlots = [1],
    };

    [Fact]
    public void A_batch_may_bring_a_category_a_seller_and_their_product_at_once()
    {
        using var state = new CatalogueState();
        state.Apply(Some.Market(1, 20));
        var snapshot = state.Apply(Good);
        snapshot.LiveProducts.ShouldBe(20);
        snapshot.FindProduct(500).ShouldNotBeNull();
        snapshot.FindProduct(1).ShouldBeNull();
        snapshot.FindCategory(0)!.Path.ShouldBe("Renamed");
    }

    public static TheoryData<string, CatalogueBatch> Bad => new()
    {
        { "unknown category", Good with { Products = [.. Good.Products, Some.Product(501, category: 7)] } },
        { "category below 0", Good with { Products = [.. Good.Products, Some.Product(501, category: -1)] } },
        { "unknown seller", Good with { Products = [.. Good.Products, Some.Product(501, seller: 41)] } },
        { "seller between known ones", Good with { Products = [.. Good.Products, Some.Product(501, seller: 30)] } },
        { "seller below 0", Good with { Products = [.. Good.Products, Some.Product(501, seller: -1)] } },
        { "product slot below 0", Good with { Products = [.. Good.Products, Some.Product(-1)] } },
        { "new category out of order", Good with { Categories = [.. Good.Categories, new Category(8, "Eighth", 0)] } },
        { "parent that is not above", Good with { Categories = [.. Good.Categories, new Category(7, "Seventh", 7)] } },
        { "parent that cannot be", Good with { Categories = [.. Good.Categories, new Category(7, "Seventh", -2)] } },
        { "category slot below 0", Good with { Categories = [.. Good.Categories, new Category(-1, "Minus", -2)] } },
        { "new seller slot below 0", Good with { Sellers = [.. Good.Sellers, Some.Seller(-1)] } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_batch_that_names_what_nobody_brought_is_refused_and_nothing_changes(string what, CatalogueBatch bad)
    {
        using var state = new CatalogueState();
        var before = state.Apply(Some.Market(1, 20));
        Should.Throw<ArgumentException>(() => state.Apply(bad), what).ShouldNotBeOfType<ArgumentOutOfRangeException>();
        var after = state.Apply(new CatalogueBatch { Sequence = 0 });
        after.Sequence.ShouldBe(1);
        after.Segments.ShouldBe(before.Segments);
        for (var term = 0; term < before.Terms.Count; term++)
            after.Frequencies.CountOf(term).ShouldBe(before.Frequencies.CountOf(term));
        for (var slot = 0; slot < 30; slot++)
            after.PlaceOf(slot).ShouldBe(before.PlaceOf(slot));
        after.LiveProducts.ShouldBe(before.LiveProducts);
        after.SellerBySlot.ShouldBe(before.SellerBySlot);
        after.CategoryBySlot.ShouldBe(before.CategoryBySlot);
    }
}
