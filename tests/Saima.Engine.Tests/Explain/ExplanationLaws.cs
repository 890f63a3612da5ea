using Saima.Engine.Catalogue;
using Saima.Engine.Explain;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Race;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Tests.Explain;

public sealed class ExplanationLaws : IDisposable
{
    private readonly Allocator _allocator = new();

    public void Dispose() => _allocator.Dispose();

    [Fact]
    public void Terms_add_up_to_the_score_of_the_race_and_features_to_their_stage_also_from_the_packed_record()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                var policy = random.Next(2) == 0 ? Some.Classic : Some.Policy with { Match = new MatchRule { Exponent = random.NextDouble() * 3 } };
                var (snapshot, learner) = Market(seed, policy);
                var epoch = new Epoch(snapshot, learner, policy, Some.Day);
                var record = _allocator.Allocate(epoch, Some.Request(Some.Intent(random), seed));
                var unpacked = RecordBytes.Unpack(RecordBytes.Pack(record));
                for (var i = 0; i < record.Slots.Length; i++)
                {
                    var explanation = ExplainRecord.At(unpacked, i);
                    ShouldAddUp(explanation, unpacked);
                    explanation.Log.ShouldBe(_allocator.Scores.Values[_allocator.Page.Slots[i].Match], 1e-5);
                    explanation.Log.ShouldBe(ExplainRecord.At(record, i).Log);
                    explanation.Terms.Any(t => t.Name == "multiplier").ShouldBe(record.Slots[i].MultiplierLog != 0);
                }
            },
            threads: 1,
            iter: 60);
    }

    [Fact]
    public void A_recorded_explanation_is_the_one_of_brute_force_feature_by_feature()
    {
        var (snapshot, learner) = Market(5, Some.Classic);
        var record = _allocator.Allocate(new Epoch(snapshot, learner, Some.Classic, Some.Day), Some.Request(Some.Query("steel valve")));
        using var twin = new SlowTwin([.. snapshot.LiveProductsInAnyOrder()], snapshot, learner, Some.Classic, Some.Day);
        var slow = twin.Race(Some.Query("steel valve")).ToDictionary(r => r.Product.Slot, r => r.Score);
        record.Slots.Length.ShouldBe(48);
        for (var i = 0; i < record.Slots.Length; i++)
        {
            var (recorded, brute) = (ExplainRecord.At(record, i), slow[record.Slots[i].ProductSlot]);
            recorded.Terms.Select(t => t.Name).ShouldBe(brute.Terms.Select(t => t.Name));
            foreach (var (a, b) in recorded.Terms.Zip(brute.Terms))
            {
                a.Log.ShouldBe(b.Log, 1e-5);
                foreach (var (x, y) in (a.Features ?? []).Zip(b.Features ?? []))
                {
                    x.Name.ShouldBe(y.Name);
                    x.Value.ShouldBe(y.Value, 1e-6);
                }
            }
        }
    }

    [Fact]
    public void Clicks_on_one_product_raise_its_own_features_and_its_suppliers_and_no_other_products()
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(5, 100));
        var learner = new Learner(new LearnerOptions());
        var all = Some.Request(new Intent { CategorySlot = 0 }, size: 200);
        var before = Explain(snapshot, learner, all);
        var shown = _allocator.Allocate(new Epoch(snapshot, learner, Some.Policy, Some.Day), Some.Request(Some.Query("steel valve"), size: 1));
        for (var i = 1; i <= 5; i++)
        {
            var served = new ServedAllocation(i * 10, Some.DayMicros + i, shown);
            var click = new Outcome(OutcomeKind.Click, $"e-{i}", Some.DayMicros + i + 1, served, 0);
            learner.Learn(new LearnerBatch(i * 10 + 5, Some.DayMicros + i + 2, [served], [click]));
        }

        var after = Explain(snapshot, learner, all);
        after.Count.ShouldBe(100);
        var (clicked, seller) = (shown.Slots[0].ProductSlot, shown.Slots[0].SellerSlot);
        foreach (var (slot, explanation) in after)
        {
            var (product, supplier) = (Rise("product", slot), Rise("supplier", slot));
            (product > 0.01).ShouldBe(slot == clicked, $"product {slot}");
            (supplier > 0.01).ShouldBe(snapshot.FindProduct(slot)!.SellerSlot == seller, $"product {slot}");
            if (slot != clicked)
                product.ShouldBe(0, 1e-6);
            if (snapshot.FindProduct(slot)!.SellerSlot != seller)
                supplier.ShouldBe(0);
        }

        double Rise(string feature, int slot) => FeatureOf(after[slot], feature) - FeatureOf(before[slot], feature);
    }

    private Dictionary<int, ScoreExplanation> Explain(Snapshot snapshot, Learner learner, AllocationRequest request)
    {
        var record = _allocator.Allocate(new Epoch(snapshot, learner, Some.Policy, Some.Day), request);
        return Enumerable.Range(0, record.Slots.Length).ToDictionary(i => record.Slots[i].ProductSlot, i => ExplainRecord.At(record, i));
    }

    private static double FeatureOf(ScoreExplanation explanation, string feature) =>
        explanation.Terms.Single(t => t.Name == "click").Features!.Single(f => f.Name == feature).Value;

    private static void ShouldAddUp(ScoreExplanation explanation, AllocationRecord record)
    {
        explanation.Terms.Sum(t => t.Log).ShouldBe(explanation.Log, 1e-9);
        foreach (var (name, shared) in new[] { ("click", record.Click), ("inquiry", record.Inquiry), ("order", record.Order) })
        {
            var stage = explanation.Terms.Single(t => t.Name == name);
            stage.Features!.Sum(f => f.Value).ShouldBe(stage.Argument!.Value * Math.Sqrt(shared.BetaSquared + stage.Variance!.Value), 1e-12);
            stage.Log.ShouldBe(Normal.LogCdf(stage.Argument.Value), 1e-12);
            stage.Log.ShouldBe(Math.Log(stage.Probability!.Value), 1e-9);
        }
    }

    private static (Snapshot Snapshot, Learner Learner) Market(int seed, Policy policy)
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(seed, 150));
        return (snapshot, Some.Experienced(seed, snapshot, policy, pages: 15));
    }
}
