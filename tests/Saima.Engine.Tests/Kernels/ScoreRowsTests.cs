using Saima.Engine.Kernels;
using Saima.Engine.Learning;

namespace Saima.Engine.Tests.Kernels;

public sealed class ScoreRowsTests
{
    [Fact]
    public void Both_forms_agree_with_double_precision_on_every_length_and_sign()
    {
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, ScoreBlock.Rows]).Sample((seed, count) =>
        {
            var random = new Random(seed);
            var (block, rule) = (new ScoreBlock(), Rule(random));
            var rows = Enumerable.Range(0, count).Select(_ => Fill(random)).ToArray();
            for (var row = 0; row < count; row++)
                Set(block, row, rows[row]);
            var scalar = Enumerable.Range(0, count).Select(row => ScoreRows.Of(block, row, rule)).ToArray();
            ScoreRows.Write(block, count, rule);
            for (var row = 0; row < count; row++)
            {
                var (score, deviation) = Exact(rows[row], rule);
                Math.Abs(scalar[row].Score - score).ShouldBeLessThan(3e-5);
                Math.Abs(block.Scores[row] - score).ShouldBeLessThan(3e-5);
                if (rows[row].Asked == 0)
                {
                    (scalar[row].Utility, block.Utilities[row]).ShouldBe((float.NegativeInfinity, float.NegativeInfinity));
                    continue;
                }

                Math.Abs(scalar[row].Utility - scalar[row].Score - rule.Optimism * deviation).ShouldBeLessThan(1e-4);
                Math.Abs(block.Utilities[row] - block.Scores[row] - rule.Optimism * deviation).ShouldBeLessThan(1e-4);
            }
        });
    }

    [Fact]
    public void A_score_does_not_depend_on_where_its_row_stands_or_beside_whom()
    {
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, ScoreBlock.Rows], Gen.Int[1, ScoreBlock.Rows]).Sample((seed, before, after) =>
        {
            var random = new Random(seed);
            var (block, rule, row) = (new ScoreBlock(), Rule(random), Fill(random));
            var seen = new HashSet<(int, int)>();
            foreach (var at in new[] { 0, before - 1, after - 1 })
            {
                for (var other = 0; other < ScoreBlock.Rows; other++)
                    Set(block, other, other == at ? row : Fill(random));
                ScoreRows.Write(block, Math.Max(at + 1, after), rule);
                seen.Add((BitConverter.SingleToInt32Bits(block.Scores[at]), BitConverter.SingleToInt32Bits(block.Utilities[at])));
            }

            seen.Count.ShouldBe(1);
        });
    }

    [Fact]
    public void The_hazard_is_that_of_double_precision()
    {
        for (var x = -12.0; x <= 8.0; x += 0.01)
        {
            var fast = NormalHazard.Of((float)x, LogNormalCdf.Lower((float)x).Tail);
            Math.Abs(fast - Normal.Hazard((float)x)).ShouldBeLessThan(1e-5 * Math.Max(1, Normal.Hazard((float)x)), $"x = {x}");
        }
    }

    private static (double Score, double Deviation) Exact(Row row, in ScoreRule rule)
    {
        var (score, squares) = (rule.Exponent * Math.Log(row.Share) + row.Group[6], 0.0);
        for (var stage = 0; stage < 3; stage++)
        {
            var (mean, variance) = (Sum(row, 2 * stage), Sum(row, 2 * stage + 1));
            var x = mean / Math.Sqrt(rule.BetaSquared[stage] + variance);
            score += Normal.LogCdf(x);
            squares += Math.Pow(Normal.Hazard(x), 2) * variance / (rule.BetaSquared[stage] + variance);
        }

        return (score, Math.Sqrt(squares));
    }

    private static double Sum(Row row, int of) => (double)row.Own[of] + row.Group[of] + row.Branch[of] + row.Bucket[of];

    private static void Set(ScoreBlock block, int row, Row filled)
    {
        block.Set(row, in filled.Own, in filled.Group, in filled.Branch, in filled.Bucket);
        (block.Shares[row], block.Asked[row]) = (filled.Share, filled.Asked);
    }

    private static ScoreRule Rule(Random random)
    {
        Octet betas = default;
        for (var stage = 0; stage < 3; stage++)
            betas[stage] = 0.5f + random.NextSingle();
        return new ScoreRule(random.NextSingle() * 2, random.NextSingle() * 2, betas);
    }

    private static Row Fill(Random random)
    {
        // Means mostly below 0, as in a market; sometimes above, where ln Φ takes its other branch.
        var shift = random.Next(5) == 0 ? 1f : -0.7f;
        var row = new Row { Share = 0.05f + 0.95f * random.NextSingle(), Asked = random.Next(2) };
        row.Own = Numbers(random, shift);
        row.Group = Numbers(random, shift);
        row.Branch = Numbers(random, shift);
        row.Bucket = Numbers(random, shift);
        (row.Own[6], row.Own[7]) = (BitConverter.Int32BitsToSingle(random.Next(1 << 20)), BitConverter.Int32BitsToSingle(~random.Next(1 << 20)));
        (row.Branch[6], row.Bucket[6], row.Branch[7], row.Bucket[7]) = (0, 0, 0, 0);
        return row;
    }

    private static Octet Numbers(Random random, float shift)
    {
        Octet numbers = default;
        for (var i = 0; i < Octet.Size; i++)
            numbers[i] = i % 2 == 1 ? random.NextSingle() * 0.3f : (random.NextSingle() - 0.5f) + shift * 0.5f;
        return numbers;
    }

    private sealed class Row
    {
        public Octet Own;
        public Octet Group;
        public Octet Branch;
        public Octet Bucket;
        public float Share;
        public float Asked;
    }
}
