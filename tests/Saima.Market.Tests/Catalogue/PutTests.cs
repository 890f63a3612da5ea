using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Market.Catalogue;

namespace Saima.Market.Tests.Catalogue;

public class PutTests
{
    private static readonly BulkOptions Atomic = new() { IsAtomic = true };

    [Fact]
    public async Task A_second_import_of_the_same_changes_nothing()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var products = Some.Lines(Enumerable.Range(0, 2_500).Select(i => Some.Product($"p-{i}")));
        await market.PutCategories("""{"path":"Furniture > Beds","names":{"zh":"床"}}""");
        await market.PutSellers(Some.Seller());
        var first = await market.PutProducts(products);

        (await market.PutProducts(products)).ShouldBe(first with { Unchanged = 2_500, Errors = [] }, new AnswersAlike());
        (await market.PutSellers(Some.Seller())).ShouldSatisfyAllConditions(a => a.Unchanged.ShouldBe(1), a => a.Sequence.ShouldBe(first.Sequence));
        (await market.PutCategories("""{"path":"Furniture > Beds","names":{"zh":"床"}}""")).Sequence.ShouldBe(first.Sequence);
        (await market.Read.SequenceAsync()).ShouldBe(first.Sequence);
    }

    [Fact]
    public async Task The_sequence_moves_once_with_every_chunk_that_changes_something()
    {
        await using var market = await TemporaryMarket.OpenAsync();

        (await market.PutSellers("")).Sequence.ShouldBe(0);
        (await market.PutSellers(Some.Seller())).Sequence.ShouldBe(1);
        (await market.PutProducts(Some.Lines(Enumerable.Range(0, 2_001).Select(i => Some.Product($"p-{i}"))))).Sequence.ShouldBe(4);
        (await market.PutProducts("nonsense")).ShouldSatisfyAllConditions(a => a.Rejected.ShouldBe(1), a => a.Sequence.ShouldBe(4));
    }

    [Fact]
    public async Task Good_lines_are_taken_and_bad_ones_named()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());

        var answer = await market.PutProducts(Some.Lines([Some.Product("p-1"), "{", Some.Product("p-3", sellerId: "s-9"), Some.Product("p-4")]));

        answer.Accepted.ShouldBe(2);
        answer.Rejected.ShouldBe(2);
        answer.Errors.Select(error => (error.Line, error.Id, error.Field)).ShouldBe([(2, null, "$"), (3, "p-3", "sellerId")]);
        (await market.LoadAsync()).Products.Values.Select(product => product.Id).ShouldBe(["p-1", "p-4"]);
    }

    [Fact]
    public async Task An_atomic_call_with_one_bad_line_leaves_nothing()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        var lines = Enumerable.Range(0, 1_500).Select(i => Some.Product($"p-{i}")).ToList();

        var badLine = await market.PutProducts(Some.Lines([.. lines, "{}"]), Atomic);
        var badSeller = await market.PutProducts(Some.Lines([.. lines, Some.Product("p-x", sellerId: "s-9")]), Atomic);

        badLine.ShouldSatisfyAllConditions(a => a.Accepted.ShouldBe(0), a => a.Rejected.ShouldBe(1), a => a.Sequence.ShouldBe(1));
        badSeller.ShouldSatisfyAllConditions(a => a.Accepted.ShouldBe(0), a => a.Rejected.ShouldBe(1), a => a.Sequence.ShouldBe(1));
        (await market.AskAsync(db => db.Products.CountAsync())).ShouldBe(0);
        (await market.AskAsync(db => db.Categories.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_atomic_call_without_fault_is_one_step_of_the_sequence()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());

        var answer = await market.PutProducts(Some.Lines(Enumerable.Range(0, 2_500).Select(i => Some.Product($"p-{i}"))), Atomic);

        answer.ShouldSatisfyAllConditions(a => a.Accepted.ShouldBe(2_500), a => a.Sequence.ShouldBe(2));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task The_later_line_of_the_same_id_is_refused_by_name(bool isAtomic, int kept)
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());

        var answer = await market.PutProducts(
            Some.Lines([Some.Product("p-1", title: "First"), Some.Product("p-1", title: "Second")]), new BulkOptions { IsAtomic = isAtomic });

        answer.Errors.ShouldHaveSingleItem().ShouldBe(new Refusal(2, "p-1", "id", "stands already on line 1: id p-1"));
        (await market.LoadAsync()).Products.Values.Count(product => product.Title == "First").ShouldBe(kept);
    }

    [Fact]
    public async Task A_missing_category_is_made_with_all_above_it_and_parents_come_first()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await market.PutProducts(Some.Lines([Some.Product("p-1", category: "A > B > C"), Some.Product("p-2", category: "A > D"), Some.Product("p-3", category: "A")]));

        var categories = (await market.LoadAsync()).Categories.Values;

        categories.Select(category => category.Path).ShouldBe(["A", "A > B", "A > B > C", "A > D"]);
        categories.ShouldAllBe(category => category.ParentSlot < category.Slot);
        categories.Single(category => category.Path == "A > D").ParentSlot.ShouldBe(0);
    }

    [Fact]
    public async Task A_strict_call_refuses_unknown_categories()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await market.PutCategories("""{"path":"A > B"}""");
        var strict = new BulkOptions { IsStrict = true };

        var answer = await market.PutProducts(Some.Lines([Some.Product("p-1", category: "A > B"), Some.Product("p-2", category: "A > C")]), strict);

        answer.Accepted.ShouldBe(1);
        answer.Errors.ShouldHaveSingleItem().Field.ShouldBe("category");
        (await market.LoadAsync()).Categories.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_category_made_by_a_product_gets_its_names_later_and_keeps_its_slot()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await market.PutProducts(Some.Product(category: "Furniture > Beds"));
        (await market.Read.CategoriesAsync()).Find("Furniture > Beds")!.NameIn("zh").ShouldBe("Beds");

        var answer = await market.PutCategories(Some.Lines(["""{"path":"Furniture > Beds > Bunks"}""", """{"path":"Furniture > Beds","names":{"zh":"床"}}"""]));

        answer.ShouldSatisfyAllConditions(a => a.Accepted.ShouldBe(2), a => a.Unchanged.ShouldBe(0));
        var beds = (await market.Read.CategoriesAsync()).Find("Furniture > Beds").ShouldNotBeNull();
        beds.Category.Slot.ShouldBe(1);
        beds.NameIn("zh").ShouldBe("床");
    }

    [Fact]
    public async Task A_category_that_stood_above_another_in_the_same_body_still_gets_its_names()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutCategories(Some.Lines(["""{"path":"A > B"}""", """{"path":"A","names":{"zh":"甲"}}"""]));

        (await market.Read.CategoriesAsync()).Find("A")!.NameIn("zh").ShouldBe("甲");
    }

    [Fact]
    public async Task A_bound_key_writes_only_products_of_its_supplier()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Lines([Some.Seller("s-1"), Some.Seller("s-2")]));
        await market.PutProducts(Some.Product("p-2", "s-2"));
        var bound = new BulkOptions { OnlySellerId = "s-1" };

        var answer = await market.PutProducts(Some.Lines([Some.Product("p-1", "s-1"), Some.Product("p-2", "s-1"), Some.Product("p-3", "s-2")]), bound);

        answer.Accepted.ShouldBe(1);
        answer.Errors.Select(error => (error.Id, error.Field)).ShouldBe([("p-2", "id"), ("p-3", "sellerId")]);
        (await market.LoadAsync()).Product("p-2").SellerSlot.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_first_thousand_reasons_are_kept_but_all_are_counted()
    {
        await using var market = await TemporaryMarket.OpenAsync();

        var answer = await market.PutSellers(Some.Lines(Enumerable.Repeat("{}", 1_200)));

        answer.ShouldSatisfyAllConditions(
            a => a.Rejected.ShouldBe(1_200), a => a.ErrorCount.ShouldBe(2_400), a => a.Errors.Count.ShouldBe(BulkAnswer.MaxErrors));
    }

    [Fact]
    public async Task A_sender_who_goes_away_leaves_whole_chunks_or_with_atomic_nothing()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        var put = new PutProducts(market.Writer, market.Clock);
        var bytes = Encoding.UTF8.GetBytes(Some.Lines(Enumerable.Range(0, 1_500).Select(i => Some.Product($"p-{i}"))));

        await Should.ThrowAsync<IOException>(() => put.RunAsync(new BrokenStream(bytes), Atomic));
        (await market.AskAsync(db => db.Products.CountAsync())).ShouldBe(0);
        await Should.ThrowAsync<IOException>(() => put.RunAsync(new BrokenStream(bytes), BulkOptions.Default));
        (await market.AskAsync(db => db.Products.CountAsync())).ShouldBe(1_000);
    }

    [Fact]
    public async Task Without_a_date_a_listing_is_as_old_as_its_first_sending()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await market.PutProducts(Some.Product());
        var first = UnixMicros.From(market.Clock.Now);
        market.Clock.Now += TimeSpan.FromDays(90);
        await market.PutProducts(Some.Product(title: "Pine bed, new photo"));
        await market.DeleteProduct("p-1");
        await market.PutProducts(Some.Product());

        (await market.LoadAsync()).Product("p-1").ListedAtMicros.ShouldBe(first);
    }

    private sealed class AnswersAlike : IEqualityComparer<BulkAnswer>
    {
        public bool Equals(BulkAnswer? x, BulkAnswer? y) =>
            (x!.Accepted, x.Unchanged, x.Rejected, x.ErrorCount, x.Sequence) == (y!.Accepted, y.Unchanged, y.Rejected, y.ErrorCount, y.Sequence);

        public int GetHashCode(BulkAnswer answer) => answer.Accepted;
    }
}
