using Saima.Engine.Learning;

namespace Saima.Engine.Tests.Learning;

public sealed class StageModelTests
{
    private static readonly StageOptions Click = new LearnerOptions().Click;

    [Fact]
    public void Before_anything_was_seen_an_average_product_in_slot_1_has_the_stated_rate()
    {
        new StageModel(Click).Predict(new StageFeatures(0, 0, 0, 4, 1)).ShouldBe(Click.Rate, 1e-9);
    }

    [Fact]
    public void Before_anything_was_seen_a_better_match_never_has_a_lower_chance()
    {
        var options = new LearnerOptions();
        foreach (var stage in new[] { options.Click, options.Inquiry, options.Order })
        {
            for (var bucket = 1; bucket < 8; bucket++)
            {
                var model = new StageModel(stage);
                model.Predict(new StageFeatures(0, 0, 0, bucket, 1)).ShouldBeGreaterThan(model.Predict(new StageFeatures(0, 0, 0, bucket - 1, 1)));
            }
        }
    }

    [Fact]
    public void Before_anything_was_seen_attention_falls_as_the_slot_to_the_minus_0_7()
    {
        var model = new StageModel(Click);
        foreach (var slot in new[] { 2, 5, 10, 24, 48 })
            Examination.Of(model, slot).ShouldBe(Math.Pow(slot, -0.7), Math.Pow(slot, -0.7) * 0.2);
    }

    [Fact]
    public void A_click_raises_and_a_no_lowers_every_weight_of_its_case()
    {
        Gen.Select(Gen.Bool, Gen.Double[0.01, 1], Gen.Int[1, 60]).Sample((positive, share, slot) =>
        {
            var model = new StageModel(Click);
            var features = new StageFeatures(3, 2, 1, 5, slot);
            var before = model.Predict(features);
            model.Learn(features, positive, share);
            (model.Predict(features) > before).ShouldBe(positive);
            (model.Products[3].Mean > 0).ShouldBe(positive);
            model.Products[3].Variance.ShouldBeLessThan(Click.ProductVariance);
            model.Products[4].ShouldBe(new Gaussian(0, Click.ProductVariance));
        });
    }

    [Fact]
    public void One_observation_is_the_published_update()
    {
        var model = new StageModel(Click);
        var features = new StageFeatures(0, 0, 0, 4, 1);
        var (mean, variance) = model.Sum(features);
        var s = Math.Sqrt(1 + variance);
        var t = mean / s;
        var v = Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI) / Normal.Cdf(t);
        model.Learn(features, positive: true, share: 1);
        model.Products[0].Mean.ShouldBe(Click.ProductVariance / s * v, 1e-12);
        model.Products[0].Variance.ShouldBe(Click.ProductVariance * (1 - Click.ProductVariance / (s * s) * v * (v + t)), 1e-12);
    }

    [Fact]
    public void Halves_of_an_observation_are_about_the_whole()
    {
        var (halves, whole) = (new StageModel(Click), new StageModel(Click));
        var features = new StageFeatures(0, 0, 0, 4, 1);
        halves.Learn(features, positive: false, 0.5);
        halves.Learn(features, positive: false, 0.5);
        whole.Learn(features, positive: false, 1);
        halves.Products[0].Mean.ShouldBe(whole.Products[0].Mean, Math.Abs(whole.Products[0].Mean) * 0.1);
    }

    [Fact]
    public void It_stays_finite_whatever_it_is_told()
    {
        var model = new StageModel(Click);
        var features = new StageFeatures(0, 0, 0, 7, 1);
        for (var i = 0; i < 100_000; i++)
            model.Learn(features, positive: i > 50_000, share: 1);
        double.IsFinite(model.Predict(features)).ShouldBeTrue();
        model.Products[0].Variance.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Many_observations_find_the_true_rate()
    {
        var model = new StageModel(Click);
        var random = new Random(1);
        for (var i = 0; i < 60_000; i++)
            model.Learn(new StageFeatures(i % 20, i % 5, 0, 4, 1), random.NextDouble() < 0.08, 1);
        var mean = 0.0;
        for (var product = 0; product < 20; product++)
            mean += model.Predict(new StageFeatures(product, product % 5, 0, 4, 1)) / 20;
        mean.ShouldBe(0.08, 0.004);
    }
}
