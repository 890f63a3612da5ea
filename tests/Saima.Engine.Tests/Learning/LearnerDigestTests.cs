using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Race;
using Saima.Engine.Records;

namespace Saima.Engine.Tests.Learning;

public sealed class LearnerDigestTests : IDisposable
{
    private readonly Allocator _allocator = new();

    public void Dispose() => _allocator.Dispose();

    [Fact]
    public void The_same_batches_give_the_same_digest_also_from_packed_records()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var batches = Batches(seed);
                var digests = batches.ConvertAll(_ => "");
                foreach (var replay in new[] { batches, batches, batches.ConvertAll(Packed) })
                {
                    var learner = new Learner(new LearnerOptions());
                    for (var i = 0; i < replay.Count; i++)
                    {
                        learner.Learn(replay[i]);
                        var digest = LearnerDigest.Of(learner);
                        if (ReferenceEquals(replay, batches) && digests[i].Length == 0)
                            digests[i] = digest;
                        digest.ShouldBe(digests[i]);
                    }
                }

                digests.ShouldBeUnique();
            },
            threads: 1,
            iter: 15);
    }

    [Theory]
    [InlineData("base")]
    [InlineData("product")]
    [InlineData("seller")]
    [InlineData("category")]
    [InlineData("match")]
    [InlineData("position")]
    [InlineData("seen for the first time")]
    public void One_bit_of_one_weight_is_another_digest(string weight)
    {
        foreach (var stage in new Func<Learner, StageModel>[] { l => l.Click, l => l.Inquiry, l => l.Order })
        {
            var (same, other) = (Learned(), Learned());
            LearnerDigest.Of(same).ShouldBe(LearnerDigest.Of(other));
            var model = stage(other);
            if (weight == "base")
            {
                // Only an observation moves the base; this one as little as can be.
                model.Learn(new StageFeatures(0, 0, 0, 0, 1), positive: true, 1e-12);
            }
            else
            {
                var (group, slot) = weight switch
                {
                    "product" => (model.Products, 3),
                    "seller" => (model.Sellers, 1),
                    "category" => (model.Categories, 2),
                    "match" => (model.Matches, 7),
                    "position" => (model.Positions, 5),
                    _ => (model.Products, 5_000),
                };
                group[slot] = group[slot] with { Mean = Math.BitIncrement(group[slot].Mean) };
            }

            LearnerDigest.Of(other).ShouldNotBe(LearnerDigest.Of(same));
        }
    }

    [Fact]
    public void How_far_a_group_has_grown_ahead_of_need_is_not_in_the_digest()
    {
        var (learner, grown) = (Learned(), Learned());
        grown.Click.Products[9_000] = grown.Click.Products[9_000];
        grown.Click.Products.Count.ShouldBeGreaterThan(learner.Click.Products.Count);
        LearnerDigest.Of(grown).ShouldBe(LearnerDigest.Of(learner));
    }

    private Learner Learned()
    {
        var learner = new Learner(new LearnerOptions());
        foreach (var batch in Batches(4))
            learner.Learn(batch);
        return learner;
    }

    private List<LearnerBatch> Batches(int seed)
    {
        var random = new Random(seed);
        using var state = new CatalogueState();
        var epoch = new Epoch(state.Apply(Some.Market(seed, 80)), new Learner(new LearnerOptions()), Some.Policy, Some.Day);
        return [.. Enumerable.Range(1, 8).Select(i => Some.Batch(random, _allocator, epoch, i))];
    }

    private static LearnerBatch Packed(LearnerBatch batch)
    {
        var served = batch.Allocations.ToDictionary(a => a.Sequence, a => a with { Record = RecordBytes.Unpack(RecordBytes.Pack(a.Record)) });
        return batch with { Allocations = [.. served.Values], Outcomes = [.. batch.Outcomes.Select(o => o with { Of = served[o.Of.Sequence] })] };
    }
}
