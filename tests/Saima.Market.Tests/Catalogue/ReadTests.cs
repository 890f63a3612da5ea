namespace Saima.Market.Tests.Catalogue;

public class ReadTests
{
    [Fact]
    public async Task A_product_comes_with_its_supplier_and_its_category()
    {
        await using var market = await Filled();

        var card = (await market.Read.FindProductAsync("p-3")).ShouldNotBeNull();

        card.Seller.Id.ShouldBe("s-1");
        card.Category.Name.ShouldBe("Beds");
        card.ToDocument().Category.ShouldBe("Furniture > Beds");
        (await market.Read.CategoriesAsync()).TrailOf(card.Category.Category.Slot).Select(node => node.Name).ShouldBe(["Furniture", "Beds"]);
        (await market.Read.FindProductAsync("p-none")).ShouldBeNull();
    }

    [Fact]
    public async Task Products_of_many_slots_come_at_once_and_the_gone_are_missing()
    {
        await using var market = await Filled();
        await market.DeleteProduct("p-2");

        var cards = await market.Read.FindProductsAsync([0, 2, 5, 999]);

        cards.ToDictionary(pair => pair.Key, pair => pair.Value.Product.Id).ShouldBe(new Dictionary<int, string> { [0] = "p-0", [5] = "p-5" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_supplier_comes_with_the_number_of_its_live_products()
    {
        await using var market = await Filled();
        await market.DeleteProduct("p-1");

        (await market.Read.FindSupplierAsync("s-1"))!.LiveProducts.ShouldBe(4);
        (await market.Read.FindSupplierAsync("s-9")).ShouldBeNull();
    }

    [Fact]
    public async Task Pages_of_a_list_hold_every_live_row_once_in_order_of_id()
    {
        await using var market = await Filled();
        await market.DeleteProduct("p-4");
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = await market.Read.ListProductsAsync(after, 2);
            ids.AddRange(page.Items.Select(card => card.Product.Id));
            after = page.Next;
        }
        while (after is not null);

        ids.ShouldBe(["p-0", "p-1", "p-2", "p-3", "p-5", "p-6", "p-7", "p-8", "p-9"]);
    }

    [Fact]
    public async Task A_supplier_lists_only_its_own()
    {
        await using var market = await Filled();
        var slot = (await market.Read.FindSupplierAsync("s-0"))!.Seller.Slot;

        var page = await market.Read.ListProductsAsync("p-2", 3, slot);

        page.Items.Select(card => card.Product.Id).ShouldBe(["p-4", "p-6", "p-8"]);
        page.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Suppliers_and_categories_are_listed_by_pages_too()
    {
        await using var market = await Filled();

        var sellers = await market.Read.ListSellersAsync("s-0", 0);
        var categories = await market.Read.ListCategoriesAsync(null, 1);

        sellers.Items.Select(seller => seller.Id).ShouldBe(["s-1"]);
        categories.Items.Select(node => node.Category.Path).ShouldBe(["Furniture"]);
        categories.Next.ShouldBe("Furniture");
    }

    [Fact]
    public async Task The_tree_knows_a_new_category_as_soon_as_it_is_written()
    {
        await using var market = await Filled();
        (await market.Read.CategoriesAsync()).Count.ShouldBe(2);

        await market.PutCategories("""{"path":"Toys"}""");

        var tree = await market.Read.CategoriesAsync();
        tree.Roots.Select(node => node.Name).ShouldBe(["Furniture", "Toys"]);
        tree.ChildrenOf(0).Select(node => node.Name).ShouldBe(["Beds"]);
    }

    private static async Task<TemporaryMarket> Filled()
    {
        var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Lines([Some.Seller("s-0"), Some.Seller("s-1")]));
        await market.PutProducts(Some.Lines(Enumerable.Range(0, 10).Select(i => Some.Product($"p-{i}", $"s-{i % 2}"))));
        return market;
    }
}
