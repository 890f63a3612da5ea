using Saima.Engine.Catalogue;

namespace Saima.Engine.Tests.Catalogue;

public sealed class MergeLaws
{
    [Fact]
    public void A_base_merged_beside_the_changes_ends_in_the_same_catalogue()
    {
        var merges = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                using var state = new CatalogueState { SmallestBaseMerge = 20, MergesInBackground = true };
                using var plain = new PlainCatalogue();
                var market = Some.Market(seed, 60);
                plain.Apply(market);
                var before = state.Apply(market);
                for (var i = 0; i < 60; i++)
                {
                    var batch = Batches.Next(random, plain, i + 2);
                    plain.Apply(batch);
                    var snapshot = state.Apply(batch);
                    merges += snapshot.Segments[0] == before.Segments[0] ? 0 : 1;
                    before = snapshot;
                    snapshot.LiveProducts.ShouldBe(plain.Products.Count);
                    snapshot.Segments.Length.ShouldBeLessThanOrEqualTo(2 + (2 * CatalogueState.MostDeltas));
                    for (var slot = 0; slot < Batches.Slots; slot++)
                        SameProduct.Of(snapshot.FindProduct(slot), plain.Products.GetValueOrDefault(slot)).ShouldBeTrue($"seed {seed}, batch {i}, slot {slot}");
                }
            },
            threads: 1,
            iter: 30);
        merges.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Rarities_stay_as_they_were_counted_until_a_tenth_has_changed_or_somebody_asks()
    {
        using var state = new CatalogueState();
        var first = state.Apply(Some.Market(1, 100));
        var second = state.Apply(new CatalogueBatch { Sequence = 2, Products = [.. Enumerable.Range(100, 9).Select(slot => Some.Product(slot, "unheardof"))] });
        second.Frequencies.ShouldBeSameAs(first.Frequencies);
        second.Frequencies.CountOf(second.Terms.Find("unheardof")).ShouldBe(0);
        var third = state.Recount();
        third.Frequencies.Products.ShouldBe(109);
        third.Frequencies.CountOf(third.Terms.Find("unheardof")).ShouldBe(9);
        var fourth = state.Apply(new CatalogueBatch { Sequence = 3, RemovedProductSlots = [.. Enumerable.Range(100, 9), 1, 2] });
        fourth.Frequencies.CountOf(fourth.Terms.Find("unheardof")).ShouldBe(0);
    }

    [Fact]
    public void Counted_rarities_are_those_of_brute_force_whatever_died_before()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                using var state = new CatalogueState { SmallestBaseMerge = 200 };
                using var plain = new PlainCatalogue();
                var market = Some.Market(seed, 60);
                plain.Apply(market);
                state.Apply(market);
                for (var i = 0; i < 8; i++)
                {
                    var batch = Batches.Next(random, plain, i + 2);
                    plain.Apply(batch);
                    state.Apply(batch);
                }

                var snapshot = state.Recount();
                foreach (var (term, slots) in plain.Holders())
                    snapshot.Frequencies.CountOf(snapshot.Terms.Find(term)).ShouldBe(slots.Count, term);
            },
            threads: 1,
            iter: 30);
    }

    [Fact]
    public void A_row_is_merged_a_few_times_and_never_are_there_more_deltas_than_may_be()
    {
        var (sizes, moved) = (new List<int>(), 0L);
        for (var batch = 0; batch < 4_000; batch++)
        {
            sizes.Add(250);
            if (Tiers.Due(sizes, CatalogueState.MostDeltas) is var due and > 1)
            {
                var merged = sizes[^due..].Sum();
                moved += merged;
                sizes.RemoveRange(sizes.Count - due, due);
                sizes.Add(merged);
            }

            sizes.Count.ShouldBeLessThanOrEqualTo(CatalogueState.MostDeltas);
        }

        (moved / (4_000 * 250.0)).ShouldBeLessThan(25);
    }

    [Fact]
    public void Listings_that_are_gone_are_let_go_with_the_merges()
    {
        using var state = new CatalogueState { SmallestBaseMerge = 10 };
        var snapshot = state.Apply(Some.Market(5, 200));
        for (var i = 0; i < 60; i++)
            snapshot = state.Apply(new CatalogueBatch { Sequence = i + 2, Products = [.. Enumerable.Range(i * 3 % 190, 10).Select(slot => Some.Product(slot, "brass hose"))] });
        var listings = snapshot.Segments[0].Listings;
        listings.Packed.ShouldBeLessThan(snapshot.LiveProducts * 2);
        listings.At.Length.ShouldBe(snapshot.Segments[0].Rows);
    }
}
