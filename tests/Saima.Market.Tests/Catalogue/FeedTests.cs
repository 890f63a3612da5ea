using Saima.Market.Catalogue;

namespace Saima.Market.Tests.Catalogue;

public class FeedTests
{
    [Fact]
    public async Task Batches_of_writers_at_once_arrive_in_order_and_make_what_is_stored()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        using var follower = market.Feed.Subscribe();
        await market.PutSellers(Some.Seller());

        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 5; round++)
                await market.PutProducts(Some.Lines(Enumerable.Range(0, 30).Select(i => Some.Product($"p-{i}", title: $"Bed {writer}.{round}.{i}", category: $"C{writer}"))));
        }));
        await Task.WhenAll(writers.Append(Task.Run(() => market.DeleteProduct("p-29"))));

        var heard = new Loaded();
        var sequences = new List<long>();
        while (follower.Reader.TryRead(out var batch))
        {
            sequences.Add(batch.Sequence);
            heard.Add(batch);
        }

        var stored = await market.LoadAsync();
        sequences.ShouldBe(Enumerable.Range(1, sequences.Count).Select(sequence => (long)sequence));
        sequences[^1].ShouldBe(stored.Sequence);
        Shown(heard).ShouldBe(Shown(stored));
    }

    [Fact]
    public async Task Nothing_is_published_that_was_not_committed()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        using var follower = market.Feed.Subscribe();

        await market.PutSellers(Some.Lines([Some.Seller(), "{}"]), new BulkOptions { IsAtomic = true });

        follower.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_follower_who_left_stops_nobody()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var follower = market.Feed.Subscribe();
        follower.Dispose();

        for (var i = 0; i <= CatalogueFeed.Backlog; i++)
            await market.PutSellers(Some.Seller($"s-{i}"));

        (await market.Read.SequenceAsync()).ShouldBe(CatalogueFeed.Backlog + 1);
    }

    [Fact]
    public async Task A_full_follower_holds_writers_up_until_it_reads_on()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        using var follower = market.Feed.Subscribe();
        for (var i = 0; i < CatalogueFeed.Backlog; i++)
            await market.PutSellers(Some.Seller($"s-{i}"));

        var held = market.PutSellers(Some.Seller("s-last"));
        var first = await follower.Reader.ReadAsync();
        await held;

        first.Sequence.ShouldBe(1);
        follower.Reader.Count.ShouldBe(CatalogueFeed.Backlog);
    }

    private static IEnumerable<string> Shown(Loaded loaded) =>
        loaded.Products.Values.Select(product => $"{product.Slot} {product.Id} {product.Title} {product.CategorySlot} {product.SellerSlot}")
            .Concat(loaded.Categories.Values.Select(category => category.ToString()))
            .Concat(loaded.Sellers.Values.Select(seller => seller.Id));
}
