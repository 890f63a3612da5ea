using Saima.Engine.Race;

namespace Saima.Engine.Tests.Race;

public sealed class PoolRowsLaws : IDisposable
{
    private readonly Allocator _allocator = new();

    public void Dispose() => _allocator.Dispose();

    [Fact]
    public void The_pool_holds_the_best_rows_in_order_of_score_and_id_without_those_beyond_a_suppliers_limit()
    {
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 400], Gen.Int[0, 9], Gen.Int[1, 40]).Sample(
            (seed, wanted, most, sellers) =>
            {
                var random = new Random(seed);
                using var state = new Engine.Catalogue.CatalogueState();
                var snapshot = state.Apply(Some.Market(seed, 30 + random.Next(400), sellers));
                var learner = random.Next(2) == 0 ? new Engine.Learning.Learner(new()) : Some.Experienced(seed, snapshot, Some.Classic, pages: 6);
                var epoch = new Epoch(snapshot, learner, Some.Classic, Some.Day);
                _allocator.Race(epoch, Some.Request(new Engine.Retrieval.Intent { CategorySlot = 0 }));
                var (matches, scores, ranked) = (_allocator.Matches, _allocator.Scores, _allocator.Page.Ranked);
                var expected = new List<int>();
                var held = new int[sellers];
                for (var rank = 0; rank < ranked.Count && expected.Count < wanted; rank++)
                {
                    var match = ranked.At(rank);
                    if (most == 0 || held[scores.Sellers[match]]++ < most)
                        expected.Add(match);
                }

                var pool = new PoolRows();
                pool.Start(epoch, matches, scores);
                pool.Choose(ranked.Open, wanted, most, inOrder: true).ToArray().ShouldBe(expected);
                pool.Choose(ranked.Open, wanted, most, inOrder: false).ToArray().Order().ShouldBe(expected.Order());
            },
            threads: 1,
            iter: 150);
    }
}
