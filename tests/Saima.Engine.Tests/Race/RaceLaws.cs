using Saima.Engine.Catalogue;
using Saima.Engine.Explain;
using Saima.Engine.Policies;
using Saima.Engine.Race;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Tests.Race;

public sealed class RaceLaws : IDisposable
{
    private readonly Allocator _allocator = new();

    public void Dispose() => _allocator.Dispose();

    [Fact]
    public void Fast_path_is_the_slow_twin()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                var policy = random.Next(2) == 0 ? Some.Policy : Some.Classic;
                using var state = new CatalogueState();
                var snapshot = state.Apply(Some.Market(seed, 20 + random.Next(300)));
                for (var i = 0; i < random.Next(8); i++)
                    snapshot = state.Apply(Change(random, snapshot, i + 2));
                var learner = Some.Experienced(seed, snapshot, policy, pages: 15);
                var epoch = new Epoch(snapshot, learner, policy, Some.Day);
                var intent = Some.Intent(random);
                _allocator.Race(epoch, Some.Request(intent));
                using var twin = new SlowTwin([.. snapshot.LiveProductsInAnyOrder()], snapshot, learner, policy, Some.Day);
                ShouldAgree(epoch, twin.Race(intent));
            },
            threads: 1,
            iter: 120);
    }

    private void ShouldAgree(Epoch epoch, IReadOnlyList<SlowTwin.Runner> slow)
    {
        _allocator.Matches.Count.ShouldBe(slow.Count);
        _allocator.Scores.Count.ShouldBe(slow.Count);
        var exact = slow.ToDictionary(r => r.Product.Slot, r => r.Score.Log);
        var before = double.PositiveInfinity;
        for (var rank = 0; rank < slow.Count; rank++)
        {
            var match = _allocator.Page.Ranked.At(rank);
            var score = exact[epoch.ProductAt(_allocator.Matches.Rows[match]).Slot];
            Math.Abs(_allocator.Scores.Values[match] - score).ShouldBeLessThan(1e-5);

            // An inversion against the exact order is allowed only between scores that are equal to 1e-5.
            (score - before).ShouldBeLessThan(1e-5);
            before = Math.Min(before, score);
        }
    }

    [Fact]
    public void Without_temperature_and_newcomers_the_page_is_the_order_of_scores()
    {
        var policy = Some.Policy with
        {
            Merit = new MeritRule { Temperature = 0 },
            Newcomers = new NewcomersRule { AttentionShare = 0 },
            Diversity = new DiversityRule { PerSupplierPerPage = 0 },
        };
        var (epoch, twin) = Market(7, 300, policy);
        var slow = twin.Race(Some.Query("steel valve"));
        foreach (var visit in Enumerable.Range(0, 20))
        {
            _allocator.Race(epoch, Some.Request(Some.Query("steel valve"), visit));
            Page(epoch).Select(p => p.Id).ShouldBe(slow.Take(48).Select(r => r.Product.Id));
            _allocator.Page.Slots.ShouldAllBe(s => s.Propensity == 1);
        }
    }

    [Fact]
    public void As_the_temperature_goes_to_nothing_the_page_goes_to_the_deterministic_one()
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(7, 300));
        var learner = Some.Experienced(7, snapshot, Some.Policy);
        List<float> At(double temperature)
        {
            var policy = Some.Policy with { Merit = new MeritRule { Temperature = temperature }, Newcomers = new NewcomersRule { AttentionShare = 0 } };
            _allocator.Race(new Epoch(snapshot, learner, policy, Some.Day), Some.Request(Some.Query("steel valve")));
            return [.. _allocator.Page.Slots.Select(s => _allocator.Scores.Values[s.Match])];
        }

        At(1e-9).ShouldBe(At(0));
        At(0.5).ShouldNotBe(At(0));
    }

    [Fact]
    public void A_reload_shows_the_same_page_and_another_visit_need_not()
    {
        var (epoch, _) = Market(3, 400, Some.Policy);
        var first = _allocator.Allocate(epoch, Some.Request(Some.Query("valve"), visit: 5));
        var again = _allocator.Allocate(epoch, Some.Request(Some.Query("valve"), visit: 5));
        RecordBytes.Pack(again).ShouldBe(RecordBytes.Pack(first));
        var others = Enumerable.Range(6, 20).Select(v => _allocator.Allocate(epoch, Some.Request(Some.Query("valve"), v)));
        others.ShouldContain(r => !r.Slots.Select(s => s.ProductSlot).SequenceEqual(first.Slots.Select(s => s.ProductSlot)));
    }

    [Fact]
    public void Pages_of_a_chain_show_every_match_once()
    {
        var (epoch, twin) = Market(11, 230, Some.Policy);
        var intent = Some.Query("steel");
        var served = new List<int>();
        for (var page = 1; page <= 20; page++)
        {
            var request = Some.Request(intent, visit: 9, size: 20) with { PageNumber = page, ServedProductSlots = [.. served] };
            var record = _allocator.Allocate(epoch, request);
            record.FirstSlot.ShouldBe(served.Count);
            served.AddRange(record.Slots.Select(s => s.ProductSlot));
        }

        served.ShouldBeUnique();
        served.Count.ShouldBe(twin.Race(intent).Count);
    }

    [Fact]
    public void A_supplier_has_at_most_n_places_while_others_match()
    {
        var policy = Some.Policy with { Diversity = new DiversityRule { PerSupplierPerPage = 3 } };
        Gen.Int[0, 10_000].Sample(
            seed =>
            {
                var (epoch, _) = Market(seed, 300, policy, sellers: 30);
                _allocator.Race(epoch, Some.Request(Some.Query("steel ball"), visit: seed, size: 24));
                Page(epoch).CountBy(p => p.SellerSlot).Max(c => c.Value).ShouldBeLessThanOrEqualTo(3);
            },
            threads: 1,
            iter: 30);
    }

    [Fact]
    public void A_page_is_full_even_when_one_supplier_holds_all_matches()
    {
        var (epoch, _) = Market(5, 100, Some.Policy with { Diversity = new DiversityRule { PerSupplierPerPage = 2 } }, sellers: 1);
        _allocator.Race(epoch, Some.Request(new Intent { CategorySlot = 0 }, size: 48));
        Page(epoch).Count.ShouldBe(48);
    }

    [Fact]
    public void An_intent_that_matches_nothing_has_an_empty_page()
    {
        var (epoch, _) = Market(5, 100, Some.Policy);
        foreach (var query in new[] { "zzzzz", "", "the of and", "\u0000", "((((", new string('x', 1000) })
            _allocator.Allocate(epoch, Some.Request(Some.Query(query))).Slots.ShouldBeEmpty(query);
    }

    private List<Product> Page(Epoch epoch) =>
        [.. _allocator.Page.Slots.Select(s => epoch.ProductAt(_allocator.Matches.Rows[s.Match]))];

    private static (Epoch Epoch, SlowTwin Twin) Market(int seed, int products, Policy policy, int sellers = 12)
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(seed, products, sellers));
        var learner = Some.Experienced(seed, snapshot, policy);
        var epoch = new Epoch(snapshot, learner, policy, Some.Day);
        return (epoch, new SlowTwin([.. snapshot.LiveProductsInAnyOrder()], snapshot, learner, policy, Some.Day));
    }

    private static CatalogueBatch Change(Random random, Snapshot snapshot, long sequence)
    {
        var upserts = new List<Product>();
        var removed = new List<int>();
        for (var i = 0; i < 1 + random.Next(20); i++)
        {
            if (random.Next(4) == 0)
                removed.Add(random.Next(320));
            else
                upserts.Add(Some.Listing(random, random.Next(330), 12, 6));
        }

        snapshot.ShouldNotBeNull();
        return new CatalogueBatch { Sequence = sequence, Products = upserts, RemovedProductSlots = removed };
    }
}
