using Saima.Engine.Catalogue;
using Saima.Engine.Policies;
using Saima.Engine.Race;
using Saima.Engine.Records;

namespace Saima.Engine.Tests.Race;

public sealed class PropensityLaws : IDisposable
{
    private readonly Allocator _allocator = new();

    public void Dispose() => _allocator.Dispose();

    [Fact]
    public void Propensities_of_one_draw_sum_to_one()
    {
        Gen.Select(Gen.Double[-8, 0].Array[1, 40], Gen.Double[0.001, 2]).Sample((scores, temperature) =>
        {
            // Every row is forced to be the first one by noise: the propensities of all possible winners.
            var sum = 0.0;
            for (var winner = 0; winner < scores.Length; winner++)
            {
                var pool = new MeritPool();
                pool.Start(temperature);
                for (var i = 0; i < scores.Length; i++)
                    pool.Add(i, i, scores[i], i == winner ? 1e9 : 0);
                pool.Seal();
                pool.TryTake(out var match, out _, out var propensity).ShouldBeTrue();
                match.ShouldBe(winner);
                sum += propensity;
            }

            sum.ShouldBe(1, 1e-9);
        });
    }

    [Fact]
    public void Propensities_after_the_first_are_those_of_the_rows_that_are_left()
    {
        Gen.Double[-3, 0].Array[3, 30].Sample(scores =>
        {
            var pool = new MeritPool();
            pool.Start(0.1);
            for (var i = 0; i < scores.Length; i++)
                pool.Add(i, i % 5, scores[i], Draws.Gumbel(1, i));
            pool.Seal();
            var left = Enumerable.Range(0, scores.Length).ToHashSet();
            while (pool.TryTake(out var match, out var seller, out var propensity))
            {
                propensity.ShouldBe(Math.Exp(scores[match] / 0.1) / left.Sum(i => Math.Exp(scores[i] / 0.1)), 1e-9);
                left.Remove(match);
                if (match % 7 != 0)
                    continue;
                pool.RemoveSupplier(seller);
                left.RemoveWhere(i => i % 5 == seller);
            }

            left.ShouldBeEmpty();
        });
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    public void First_places_come_as_often_as_their_propensity_says(double temperature)
    {
        var epoch = Epoch(60, Some.Policy with { Merit = new MeritRule { Temperature = temperature }, Newcomers = new NewcomersRule { AttentionShare = 0 } });
        var (count, expected) = (new Dictionary<int, int>(), new Dictionary<int, double>());
        const int Visits = 20_000;
        for (var visit = 0; visit < Visits; visit++)
        {
            _allocator.Race(epoch, Some.Request(Some.Query("steel"), visit, size: 1));
            var slot = _allocator.Page.Slots[0];
            count[slot.Match] = count.GetValueOrDefault(slot.Match) + 1;
            expected[slot.Match] = slot.Propensity;
        }

        foreach (var (match, propensity) in expected)
        {
            var deviation = Math.Sqrt(Visits * propensity * (1 - propensity));
            Math.Abs(count[match] - Visits * propensity).ShouldBeLessThan(5 * deviation + 1, $"match {match}, propensity {propensity}");
        }
    }

    [Fact]
    public void The_newcomers_lane_gets_its_share_of_attention_whatever_a_slot_is_worth()
    {
        var policy = Some.Policy with { Newcomers = Some.Policy.Newcomers with { AttentionShare = 0.06, MinDeviation = 0, MaxAttention = 1e9, PerSupplierPerMonth = 1e9 } };
        var epoch = Epoch(400, policy, sellers: 120);
        var (lane, all) = (0.0, 0.0);
        for (var visit = 0; visit < 4_000; visit++)
        {
            var record = _allocator.Allocate(epoch, Some.Request(Some.Query("steel"), visit, size: 24));
            for (var i = 0; i < record.Slots.Length; i++)
            {
                var attention = Math.Pow(i + 1, -0.7);
                all += attention;
                lane += record.Slots[i].Lane == Lane.Newcomer ? attention : 0;
            }
        }

        (lane / all).ShouldBe(0.06, 0.003);
    }

    [Fact]
    public void Newcomers_come_as_often_as_their_propensity_says()
    {
        // Merit without chance: the merit lane of these two slots is always the same, so the lane's draw is one distribution.
        var policy = Some.Policy with
        {
            Newcomers = Some.Policy.Newcomers with { AttentionShare = 0.5, MinDeviation = 0, MaxAttention = 1e9 },
            Merit = new MeritRule { Temperature = 0 },
        };
        var epoch = Epoch(60, policy);
        var (count, expected) = (new Dictionary<int, int>(), new Dictionary<int, double>());
        const int Visits = 20_000;
        for (var visit = 0; visit < Visits; visit++)
        {
            _allocator.Race(epoch, Some.Request(Some.Query("steel"), visit, size: 2));
            var newcomer = _allocator.Page.Slots.Single(s => s.Lane == Lane.Newcomer);
            count[newcomer.Match] = count.GetValueOrDefault(newcomer.Match) + 1;
            expected[newcomer.Match] = newcomer.Propensity;
        }

        count.Count.ShouldBeGreaterThan(5);
        expected.Values.Sum().ShouldBe(1, 0.02);
        foreach (var (match, propensity) in expected)
        {
            var deviation = Math.Sqrt(Visits * propensity * (1 - propensity));
            Math.Abs(count[match] - Visits * propensity).ShouldBeLessThan(5 * deviation + 1, $"match {match}, propensity {propensity}");
        }
    }

    [Fact]
    public void A_newcomers_supplier_is_known()
    {
        var policy = Some.Policy with { Newcomers = Some.Policy.Newcomers with { AttentionShare = 0.5 } };
        var epoch = Epoch(300, policy);
        for (var visit = 0; visit < 200; visit++)
        {
            var record = _allocator.Allocate(epoch, Some.Request(Some.Query("steel"), visit, size: 24));
            foreach (var slot in record.Slots.Where(s => s.Lane == Lane.Newcomer))
                epoch.Snapshot.FindSeller(slot.SellerSlot)!.IsCheckedOn(Some.Day).ShouldBeTrue();
        }
    }

    [Fact]
    public void With_nobody_eligible_the_slots_return_to_merit()
    {
        var policy = Some.Policy with { Newcomers = Some.Policy.Newcomers with { AttentionShare = 0.5, MaxAttention = 0 } };
        var record = _allocator.Allocate(Epoch(300, policy), Some.Request(Some.Query("steel")));
        record.Slots.Length.ShouldBe(48);
        record.Slots.ShouldAllBe(s => s.Lane == Lane.Merit);
    }

    private static Epoch Epoch(int products, Policy policy, int sellers = 12)
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(17, products, sellers));
        return new Epoch(snapshot, Some.Experienced(17, snapshot, policy, pages: 10), policy, Some.Day);
    }
}
