using Saima.Engine.Race;

namespace Saima.Engine.Tests.Race;

public sealed class MeritPoolTests
{
    [Fact]
    public void A_full_supplier_and_a_row_that_was_placed_elsewhere_never_come()
    {
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 400], Gen.OneOf(Gen.Const(0.0), Gen.Double[0.001, 1])).Sample((seed, rows, temperature) =>
        {
            var random = new Random(seed);
            var pool = Pool(Scores(random, rows), temperature, sellers: 7);
            var left = Enumerable.Range(0, rows).ToHashSet();
            var order = new List<int>();
            while (true)
            {
                switch (random.Next(8))
                {
                    case 0:
                        var seller = random.Next(8);
                        pool.RemoveSupplier(seller);
                        left.RemoveWhere(i => i % 7 == seller);
                        break;
                    case 1:
                        var match = random.Next(rows);
                        pool.RemoveMatch(match);
                        left.Remove(match);
                        break;
                    default:
                        if (!pool.TryTake(out var taken, out var of, out var propensity))
                        {
                            left.ShouldBeEmpty();
                            return;
                        }

                        left.Remove(taken).ShouldBeTrue();
                        of.ShouldBe(taken % 7);
                        propensity.ShouldBeInRange(1e-30, 1);
                        order.Add(taken);
                        if (temperature == 0)
                            (propensity, order[^1]).ShouldBe((1, order.Max()));
                        break;
                }
            }
        });
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.02)]
    [InlineData(1e-6)]
    public void Propensities_stay_exact_when_those_who_held_almost_everything_are_gone(double temperature)
    {
        // Groups of three, each e⁻³⁰ as likely as the group before.
        var scores = Enumerable.Range(0, 60).Select(i => -temperature * (i / 3 * 30 + i % 3)).ToArray();
        var pool = Pool(scores, temperature, sellers: 60);
        for (var group = 0; group < 20; group++)
        {
            var left = new List<int> { group * 3, group * 3 + 1, group * 3 + 2 };
            while (left.Count > 0)
            {
                pool.TryTake(out var match, out _, out var propensity).ShouldBeTrue();
                propensity.ShouldBe(Math.Exp(-(match % 3)) / left.Sum(i => Math.Exp(-(i % 3))), 1e-9);
                left.Remove(match).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Removing_a_supplier_leaves_the_rest_the_chances_that_they_have_among_themselves()
    {
        const int Draws = 40_000;
        var scores = new[] { 0.0, -0.5, -1, -1.5, -2 };
        var first = new int[5];
        for (var draw = 0; draw < Draws; draw++)
        {
            var pool = Pool(scores, 1, sellers: 2, key: (ulong)draw);
            pool.RemoveSupplier(0);
            pool.TryTake(out var match, out _, out _).ShouldBeTrue();
            first[match]++;
        }

        var share = Math.Exp(-0.5) / (Math.Exp(-0.5) + Math.Exp(-1.5));
        (first[0] + first[2] + first[4]).ShouldBe(0);
        (first[1] / (double)Draws).ShouldBe(share, 5 * Math.Sqrt(share * (1 - share) / Draws));
    }

    [Fact]
    public void A_pool_that_is_started_again_has_forgotten_everybody()
    {
        var pool = Pool([0, -1, -2], 0.5, sellers: 1);
        pool.RemoveSupplier(0);
        pool.Start(0.5);
        pool.Add(9, 0, -3, 0);
        pool.Seal();
        pool.TryTake(out var match, out _, out var propensity).ShouldBeTrue();
        (match, propensity).ShouldBe((9, 1));
        pool.TryTake(out _, out _, out _).ShouldBeFalse();
    }

    // From the best score down, as rows are added.
    private static double[] Scores(Random random, int rows) =>
        [.. Enumerable.Range(0, rows).Select(_ => -Math.Round(random.NextDouble() * 12, random.Next(1, 6))).OrderDescending()];

    private static MeritPool Pool(double[] scores, double temperature, int sellers, ulong key = 1)
    {
        var pool = new MeritPool();
        pool.Start(temperature);
        for (var i = 0; i < scores.Length; i++)
            pool.Add(i, i % sellers, scores[i], Draws.Gumbel(key, i));
        pool.Seal();
        return pool;
    }
}
