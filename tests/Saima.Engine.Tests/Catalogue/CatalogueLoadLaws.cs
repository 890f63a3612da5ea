using Saima.Engine.Catalogue;

namespace Saima.Engine.Tests.Catalogue;

public sealed class CatalogueLoadLaws
{
    [Fact]
    public void Loaded_by_lanes_it_is_the_catalogue_of_one_batch_and_goes_on_like_it()
    {
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 3], Gen.Int[0, 120]).Sample(
            (seed, lanes, products) =>
            {
                var batch = Some.Market(seed, products);
                using var loaded = new CatalogueState();
                using var applied = new CatalogueState();
                SameCatalogue.ShouldBe(Load(loaded, batch, lanes), applied.Apply(batch), seed);

                using var plain = new PlainCatalogue();
                plain.Apply(batch);
                var next = Batches.Next(new Random(seed), plain, 2);
                SameCatalogue.ShouldBe(loaded.Apply(next), applied.Apply(next), seed);
            },
            threads: 1,
            iter: 30);
    }

    [Fact]
    public void A_product_of_nobody_or_of_nowhere_is_refused_by_the_lane()
    {
        using var state = new CatalogueState();
        var batch = Some.Market(1, 0, sellers: 2, categories: 2);
        using var load = state.BeginLoad(batch.Categories, [batch.Sellers[1]]);
        using var lane = load.OpenLane();
        Should.Throw<ArgumentException>(() => lane.Add(Some.Product(-1, seller: 1)));
        Should.Throw<ArgumentException>(() => lane.Add(Some.Product(1, seller: 0)));
        Should.Throw<ArgumentException>(() => lane.Add(Some.Product(1, seller: 2)));
        Should.Throw<ArgumentException>(() => lane.Add(Some.Product(1, seller: -1)));
        Should.Throw<ArgumentException>(() => lane.Add(Some.Product(1, seller: 1, category: 2)));
        lane.Add(Some.Product(1, seller: 1, category: 1));
        load.Finish(7).LiveProducts.ShouldBe(1);
    }

    [Fact]
    public void A_slot_that_comes_twice_is_refused_and_the_state_is_still_empty()
    {
        using var state = new CatalogueState();
        var batch = Some.Market(1, 3);
        using (var load = state.BeginLoad(batch.Categories, batch.Sellers))
        {
            load.OpenLane().Add(Some.Product(1));
            load.OpenLane().Add(Some.Product(1));
            Should.Throw<ArgumentException>(() => load.Finish(1));
        }

        state.Apply(batch).LiveProducts.ShouldBe(3);
    }

    [Fact]
    public void Only_an_empty_state_can_be_loaded()
    {
        using var state = new CatalogueState();
        state.Apply(Some.Market(1, 3));
        Should.Throw<InvalidOperationException>(() => state.BeginLoad([], []));
    }

    [Fact]
    public void A_tree_out_of_order_is_refused()
    {
        using var state = new CatalogueState();
        Should.Throw<ArgumentException>(() => state.BeginLoad([new Category(1, "A", -1)], []));
    }

    private static Snapshot Load(CatalogueState state, CatalogueBatch batch, int lanes)
    {
        using var load = state.BeginLoad(batch.Categories, batch.Sellers);
        var open = Enumerable.Range(0, lanes).Select(_ => load.OpenLane()).ToArray();
        Parallel.For(0, lanes, lane =>
        {
            for (var i = lane; i < batch.Products.Count; i += lanes)
                open[lane].Add(batch.Products[i]);
        });
        return load.Finish(batch.Sequence);
    }
}
