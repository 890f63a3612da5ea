using System.Runtime.InteropServices;
using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Race;

namespace Saima.Engine.Tests.Learning;

public sealed class LearnerLaws : IDisposable
{
    private readonly Allocator _allocator = new();

    public void Dispose() => _allocator.Dispose();

    [Fact]
    public void A_permutation_of_a_micro_batch_gives_the_same_bits()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var batches = Batches(seed, 12);
                var (straight, shuffled) = (new Learner(new LearnerOptions()), new Learner(new LearnerOptions()));
                var random = new Random(seed);
                foreach (var batch in batches)
                {
                    straight.Learn(batch);
                    shuffled.Learn(batch with { Allocations = Shuffle(random, batch.Allocations), Outcomes = Shuffle(random, batch.Outcomes) });
                }

                Bits(shuffled).ShouldBe(Bits(straight));
                LearnerDigest.Of(shuffled).ShouldBe(LearnerDigest.Of(straight));
            },
            threads: 1,
            iter: 40);
    }

    [Fact]
    public void Exposures_given_are_exposures_received()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var learner = new Learner(new LearnerOptions());
                var shown = 0L;
                foreach (var batch in Batches(seed, 8))
                {
                    learner.Learn(batch);
                    shown += batch.Allocations.Sum(a => a.Record.Slots.Length);
                }

                learner.Exposures.Given.ShouldBe(shown);
                learner.Exposures.ReceivedByAllProducts().ShouldBe(shown);
                learner.Exposures.ReceivedByAllSellers().ShouldBe(shown);
            },
            threads: 1,
            iter: 40);
    }

    [Fact]
    public void A_click_is_learned_once()
    {
        var batches = Batches(5, 6);
        var (once, thrice) = (new Learner(new LearnerOptions()), new Learner(new LearnerOptions()));
        foreach (var batch in batches)
        {
            once.Learn(batch);
            List<Outcome> repeated = [.. batch.Outcomes, .. batch.Outcomes.Select(o => o with { Id = o.Id + "b", AtMicros = o.AtMicros + 5_000_000 })];
            thrice.Learn(batch with { Outcomes = repeated });
        }

        Bits(thrice).ShouldBe(Bits(once));
    }

    [Fact]
    public void An_inquiry_without_its_click_was_clicked_and_an_order_was_asked_for()
    {
        var batch = Batches(8, 1)[0];
        var served = batch.Allocations[0];
        LearnerBatch With(params OutcomeKind[] kinds) =>
            batch with { Outcomes = [.. kinds.Select(k => new Outcome(k, $"e-{k}", served.AtMicros + 1, served, 0))] };
        var (order, all) = (new Learner(new LearnerOptions()), new Learner(new LearnerOptions()));
        order.Learn(With(OutcomeKind.Order));
        all.Learn(With(OutcomeKind.Click, OutcomeKind.Inquiry, OutcomeKind.Order));
        Bits(order).ShouldBe(Bits(all));
    }

    [Fact]
    public void Labels_fall_due_by_the_clock_of_the_log_alone()
    {
        var batch = Batches(8, 1)[0] with { Outcomes = [] };
        var learner = new Learner(new LearnerOptions());
        learner.Learn(batch);
        var before = learner.Click.Base.Mean;
        var due = learner.NextDueMicros;
        due.ShouldBe(batch.Allocations[0].AtMicros + 5_000_000);
        learner.Learn(new LearnerBatch(batch.Through + 1, due - 1, [], []));
        learner.Click.Base.Mean.ShouldBe(before);
        learner.Learn(new LearnerBatch(batch.Through + 2, due, [], []));
        learner.Click.Base.Mean.ShouldBeLessThan(before);
        learner.Learn(new LearnerBatch(batch.Through + 3, due + 3_600_000_000, [], []));
        learner.ClickCases.Count.ShouldBe(0);
        learner.NextDueMicros.ShouldBe(long.MaxValue);
    }

    private List<LearnerBatch> Batches(int seed, int count)
    {
        var random = new Random(seed);
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(seed, 80));
        var epoch = new Epoch(snapshot, new Learner(new LearnerOptions()), Some.Policy, Some.Day);
        var batches = new List<LearnerBatch>();
        for (var i = 1; i <= count; i++)
        {
            var (a, b) = (Some.Batch(random, _allocator, epoch, i * 2), Some.Batch(random, _allocator, epoch, i * 2 + 1));
            batches.Add(new LearnerBatch(b.Through, b.ClosedAtMicros, [.. a.Allocations, .. b.Allocations], [.. a.Outcomes, .. b.Outcomes]));
        }

        return batches;
    }

    private static List<T> Shuffle<T>(Random random, IReadOnlyList<T> items)
    {
        List<T> shuffled = [.. items];
        random.Shuffle(CollectionsMarshal.AsSpan(shuffled));
        return shuffled;
    }

    private static List<long> Bits(Learner learner)
    {
        var bits = new List<long>();
        foreach (var stage in new[] { learner.Click, learner.Inquiry, learner.Order })
        {
            Add(stage.Base);
            foreach (var group in new[] { stage.Products, stage.Sellers, stage.Categories, stage.Matches, stage.Positions })
            {
                for (var slot = 0; slot < 100; slot++)
                    Add(group[slot]);
            }
        }

        return bits;

        void Add(Gaussian weight)
        {
            bits.Add(BitConverter.DoubleToInt64Bits(weight.Mean));
            bits.Add(BitConverter.DoubleToInt64Bits(weight.Variance));
        }
    }
}
