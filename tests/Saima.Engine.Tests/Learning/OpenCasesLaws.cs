using Saima.Engine.Learning;

namespace Saima.Engine.Tests.Learning;

public sealed class OpenCasesLaws
{
    [Fact]
    public void A_case_whose_window_is_over_has_counted_as_almost_one_no_and_one_that_opens_as_almost_none()
    {
        NegativeWeight.Of(0.04, 1).ShouldBe(0.98, 0.001);
        NegativeWeight.Of(0.04, 0).ShouldBe(0);
        NegativeWeight.Of(1e-12, 0.5).ShouldBe(0.5, 1e-6);
    }

    [Fact]
    public void Expected_noes_stand_to_expected_yeses_as_the_rates_do_at_every_age()
    {
        // Draws first: delays of yeses, then what would have been counted by each age.
        Gen.Select(Gen.Double[0.01, 0.6], Gen.Int[0, 1000]).Sample(
            (p, seed) =>
            {
                var random = new Random(seed);
                const int Cases = 20_000;
                foreach (var age in new[] { 0.1, 0.4, 0.8, 1.0 })
                {
                    var (yes, no) = (0.0, 0.0);
                    for (var i = 0; i < Cases; i++)
                    {
                        // The delay is uniform in units of F, the share of delays: F(age) = age.
                        var answers = random.NextDouble() < p;
                        var delay = answers ? random.NextDouble() : double.PositiveInfinity;
                        yes += delay <= age ? 1 : 0;
                        no += NegativeWeight.Of(p, Math.Min(age, delay));
                    }

                    (yes / (yes + no)).ShouldBe(p, 4 * Math.Sqrt(p * (1 - p) / (Cases * age)));
                }
            },
            iter: 20,
            threads: 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Under_constant_rates_the_estimate_is_right_on_average_at_every_moment(int exposuresPerSecond)
    {
        // Clicks come by the prior delay curve; traffic starts at 0 and goes on. The mean estimate over the last hour's moments.
        var options = new LearnerOptions().Click;
        var model = new StageModel(options);
        var cases = new OpenCases(model);
        var random = new Random(42);
        var clicks = new PriorityQueue<CaseKey, long>();
        var estimates = new List<double>();
        const double Rate = 0.06;
        for (var second = 0; second < 3 * 3600; second++)
        {
            var now = second * 1_000_000L;
            for (var i = 0; i < exposuresPerSecond; i++)
            {
                var key = new CaseKey(second + 1, i);
                cases.Open(key, new StageFeatures(0, 0, 0, 4, 1), now);
                if (random.NextDouble() < Rate)
                    clicks.Enqueue(key, now + Delay(options, random));
            }

            while (clicks.TryPeek(out var due, out var at) && at <= now)
                cases.Answer(clicks.Dequeue(), Math.Max(at, due.Position));
            cases.Advance(now);
            if (second > 7200 && second % 60 == 0)
                estimates.Add(model.Predict(new StageFeatures(0, 0, 0, 4, 1)));
        }

        var deviation = Math.Sqrt(Rate * (1 - Rate) / (3600.0 * 2 * exposuresPerSecond));
        estimates.Average().ShouldBe(Rate, Rate * 0.02 + 2 * deviation);
    }

    private static long Delay(StageOptions options, Random random)
    {
        var share = random.NextDouble();
        var bin = 0;
        while (options.DelayShares[bin] < share)
            bin++;
        var from = bin == 0 ? 0 : options.AgesSeconds[bin - 1];
        return (long)((from + random.NextDouble() * (options.AgesSeconds[bin] - from)) * 1e6);
    }
}
