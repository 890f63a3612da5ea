using Saima.Engine.Race;

namespace Saima.Engine.Tests.Race;

public sealed class StrataDrawLaws
{
    [Fact]
    public void A_draw_is_the_largest_of_log_weight_and_Gumbel_noise_in_each_stratum_with_its_share_of_the_weights()
    {
        Gen.Select(Gen.Double[-60, 5].Array[1, 70], Gen.Int[1, 5], Gen.Int[0, 1_000_000]).Sample((logs, strata, key) =>
        {
            var draw = new StrataDraw();
            draw.Start(strata);
            for (var i = 0; i < logs.Length; i++)
                draw.Add(i, i % strata, logs[i]);
            draw.Draw((ulong)key);
            for (var stratum = 0; stratum < strata; stratum++)
            {
                var entrants = Enumerable.Range(0, logs.Length).Where(i => i % strata == stratum).ToArray();
                var (index, propensity) = draw.WinnerOf(stratum);
                if (entrants.Length == 0)
                {
                    (index, propensity).ShouldBe((-1, 0));
                    continue;
                }

                index.ShouldBe(entrants.MaxBy(i => logs[i] + Draws.Gumbel((ulong)key, i)));
                propensity.ShouldBe(Math.Exp(logs[index]) / entrants.Sum(i => Math.Exp(logs[i])), 1e-9);
            }
        });
    }

    [Fact]
    public void The_order_of_entrants_changes_neither_winner_nor_a_bit_of_its_probability()
    {
        Gen.Select(Gen.Double[-5, 0].Array[1, 90], Gen.Int[0, 1_000_000]).Sample((logs, seed) =>
        {
            var order = Enumerable.Range(0, logs.Length).ToArray();
            var first = Winner(logs, order);
            new Random(seed).Shuffle(order);
            Winner(logs, order).ShouldBe(first);
        });
    }

    private static (int Number, double Propensity) Winner(double[] logs, int[] order)
    {
        var draw = new StrataDraw();
        draw.Start(1);
        foreach (var number in order)
            draw.Add(number, 0, logs[number]);
        draw.Draw(7);
        var (index, propensity) = draw.WinnerOf(0);
        return (order[index], propensity);
    }
}
