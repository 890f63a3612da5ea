using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Race;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Tests.Race;

public sealed class RankedRowsTests
{
    private const int Products = 4_500;

    // Few scores, so that most rows are tied: classic's factors of 12 suppliers and a handful of matches.
    private static readonly Epoch Epoch = Market();

    [Theory]
    [InlineData("category")]
    [InlineData("query")]
    public void Ranks_are_those_of_a_full_sort_whoever_takes_part_and_in_whatever_order_they_are_asked(string lead)
    {
        using var allocator = new Allocator();
        var (matches, scores) = (allocator.Matches, allocator.Scores);
        allocator.Race(Epoch, Some.Request(lead == "query" ? Some.Query("steel") : new Intent { CategorySlot = 0 }));
        scores.Values.ToArray().Distinct().Count().ShouldBeLessThan(matches.Count / 3);
        var ranked = new RankedRows();
        foreach (var size in new[] { 0, 1, 2, 500, 511, 512, 513, 1030, 1500, 2047, 2049, matches.Count })
        {
            var random = new Random(size);
            var served = Enumerable.Range(0, matches.Count).ToArray();
            random.Shuffle(served);
            var taking = served[..Math.Min(size, matches.Count)].Order().ToArray();
            var without = new SlotSet();
            foreach (var match in served.Except(taking))
                without.Add(ProductOf(matches, match).Slot);
            var sorted = taking.OrderByDescending(i => scores.Values[i]).ThenBy(i => ProductOf(matches, i).Id, StringComparer.Ordinal).ToArray();

            foreach (var ranks in Orders(random, sorted.Length))
            {
                ranked.Start(Epoch, matches, scores, without);
                ranked.Count.ShouldBe(sorted.Length);
                foreach (var rank in ranks)
                    ranked.At(rank).ShouldBe(sorted[rank]);
                Enumerable.Range(0, matches.Count).Where(i => !float.IsNegativeInfinity(ranked.Open[i])).ShouldBe(taking);
            }
        }
    }

    // From the first on; from the last back; single ones anywhere; across the borders of the sorted parts.
    private static IEnumerable<int[]> Orders(Random random, int count)
    {
        yield return [.. Enumerable.Range(0, count)];
        yield return [.. Enumerable.Range(0, count).Reverse()];
        yield return [.. Enumerable.Range(0, count).Where(_ => random.Next(50) == 0)];
        yield return [.. new[] { 511, 512, 513, 0, 2047, 2048, 2049, count - 1 }.Where(rank => rank >= 0 && rank < count)];
        yield return [.. Enumerable.Range(0, count).OrderBy(_ => random.Next()).Take(40)];
    }

    private static Product ProductOf(Matches matches, int match) => Epoch.ProductAt(matches.Rows[match]);

    private static Epoch Market()
    {
        using var state = new CatalogueState();
        var market = Some.Market(23, Products);
        var plain = market.Products.Select(p => p with { Keywords = [], Attributes = [], Description = "", Title = p.Slot % 3 == 0 ? "steel" : "steel valve" });
        return new Epoch(state.Apply(market with { Products = [.. plain] }), new Learner(new LearnerOptions()), Some.Classic, Some.Day);
    }
}
