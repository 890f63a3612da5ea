using Saima.Market.Catalogue;

namespace Saima.Market.Tests.Catalogue;

public class DeleteTests
{
    [Fact]
    public async Task A_product_that_returns_has_its_old_slot_and_no_other_ever_gets_it()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await market.PutProducts(Some.Lines([Some.Product("p-1"), Some.Product("p-2")]));
        (await market.DeleteProduct("p-2")).Outcome.ShouldBe(DeleteOutcome.Deleted);
        await market.PutProducts(Some.Product("p-3"));
        (await market.LoadAsync()).Products.Keys.ShouldBe([0, 2]);

        var answer = await market.PutProducts(Some.Product("p-2"));

        answer.Unchanged.ShouldBe(0);
        (await market.LoadAsync()).Product("p-2").Slot.ShouldBe(1);
    }

    [Fact]
    public async Task Deleting_twice_finds_nothing_and_moves_nothing()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await market.PutProducts(Some.Product());

        var first = await market.DeleteProduct("p-1");
        var second = await market.DeleteProduct("p-1");

        first.ShouldBe(new DeleteAnswer(DeleteOutcome.Deleted, 3));
        second.ShouldBe(new DeleteAnswer(DeleteOutcome.NotFound, 3));
        (await market.Read.FindProductAsync("p-1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_bound_key_deletes_only_products_of_its_supplier()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Lines([Some.Seller("s-1"), Some.Seller("s-2")]));
        await market.PutProducts(Some.Product("p-1", "s-1"));

        (await market.DeleteProduct("p-1", onlySellerId: "s-2")).Outcome.ShouldBe(DeleteOutcome.NotFound);
        (await market.DeleteProduct("p-1", onlySellerId: "s-1")).Outcome.ShouldBe(DeleteOutcome.Deleted);
    }

    [Fact]
    public async Task A_supplier_goes_only_after_its_products()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Lines([Some.Seller("s-1"), Some.Seller("s-2")]));
        await market.PutProducts(Some.Lines([Some.Product("p-1"), Some.Product("p-2")]));

        (await market.DeleteSeller("s-1")).ShouldBe(new DeleteAnswer(DeleteOutcome.HasProducts, 2, 2));
        await market.DeleteProduct("p-1");
        await market.DeleteProduct("p-2");
        (await market.DeleteSeller("s-1")).ShouldBe(new DeleteAnswer(DeleteOutcome.Deleted, 5));

        (await market.DeleteSeller("s-1")).Outcome.ShouldBe(DeleteOutcome.NotFound);
        (await market.PutProducts(Some.Product("p-1"))).Errors.ShouldHaveSingleItem().Field.ShouldBe("sellerId");
        (await market.PutSellers(Some.Seller("s-1"))).Unchanged.ShouldBe(0);
        (await market.LoadAsync()).Seller("s-1").Slot.ShouldBe(0);
    }
}
