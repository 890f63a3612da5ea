using Microsoft.EntityFrameworkCore;
using Saima.Engine.Catalogue;
using Saima.Market.Catalogue;

namespace Saima.Market.Tests.Catalogue;

public class LoadTests
{
    private const int Products = 700; // more than two chunks of rows

    [Fact]
    public async Task Loaded_in_bulk_it_is_the_catalogue_of_one_batch()
    {
        await using var market = await FilledAsync();
        await market.DeleteProduct("p-3");
        using var bulk = new CatalogueState();
        using var batch = new CatalogueState();

        var loaded = await new LoadCatalogue(market.Contexts).RunAsync(bulk);
        var applied = batch.Apply(await new LoadCatalogue(market.Contexts).ChangedAfterAsync(-1));

        loaded.LiveProducts.ShouldBe(Products - 1);
        loaded.Sequence.ShouldBe(applied.Sequence);
        foreach (var product in applied.LiveProductsInAnyOrder())
        {
            ProductDocument.Of(loaded.FindProduct(product.Slot)!, "s", "c").ShouldBeEquivalentTo(ProductDocument.Of(product, "s", "c"));
            loaded.FindSeller(product.SellerSlot)!.Id.ShouldBe(applied.FindSeller(product.SellerSlot)!.Id);
            loaded.FindCategory(product.CategorySlot).ShouldBe(applied.FindCategory(product.CategorySlot));
        }
    }

    [Fact]
    public async Task An_empty_market_loads_as_an_empty_catalogue()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        using var state = new CatalogueState();

        var loaded = await new LoadCatalogue(market.Contexts).RunAsync(state);

        loaded.LiveProducts.ShouldBe(0);
        loaded.Sequence.ShouldBe(0);
    }

    [Fact]
    public async Task A_reading_under_way_sees_one_state_and_lets_writers_write()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await using var reading = await CatalogueReading.OpenAsync(market.Contexts, CancellationToken.None);

        await market.PutProducts(Some.Product());

        reading.Sequence.ShouldBe(1);
        (await reading.SellersAsync(CancellationToken.None)).Count.ShouldBe(1);
        (await reading.ProductsAsync(CancellationToken.None).ToListAsync()).ShouldBeEmpty();
        (await reading.ChangedAfterAsync(0, CancellationToken.None)).Products.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changed_after_a_sequence_is_what_was_put_or_deleted_after_it_and_nothing_else()
    {
        await using var market = await FilledAsync();
        var load = new LoadCatalogue(market.Contexts);
        var before = (await load.ChangedAfterAsync(-1)).Sequence;
        await market.PutProducts(Some.Lines([Some.Product("p-7", title: "Another bed"), Some.Product("p-new")]));
        await market.DeleteProduct("p-9");
        await market.DeleteProduct("p-new");

        var changes = await load.ChangedAfterAsync(before);

        changes.Sequence.ShouldBe(before + 3);
        changes.Products.ShouldHaveSingleItem().Title.ShouldBe("Another bed");
        changes.RemovedProductSlots.Count.ShouldBe(2);
        changes.Sellers.ShouldHaveSingleItem();
        changes.Categories.ShouldNotBeEmpty();
        (await load.ChangedAfterAsync(changes.Sequence)).Products.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_product_of_a_supplier_who_is_not_there_ends_the_load_and_not_the_engine_later()
    {
        await using var market = await FilledAsync();
        await market.AskAsync(db => db.Sellers.ExecuteUpdateAsync(row => row.SetProperty(seller => seller.DeletedSequence, 9)));
        using var state = new CatalogueState();

        var failure = await Should.ThrowAsync<ArgumentException>(() => new LoadCatalogue(market.Contexts).RunAsync(state));

        failure.Message.ShouldContain("seller slot 0, which does not exist");
    }

    private static async Task<TemporaryMarket> FilledAsync()
    {
        var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        var answer = await market.PutProducts(Some.Lines(Enumerable.Range(0, Products).Select(i => Some.Product($"p-{i}"))));
        answer.Accepted.ShouldBe(Products);
        return market;
    }
}
