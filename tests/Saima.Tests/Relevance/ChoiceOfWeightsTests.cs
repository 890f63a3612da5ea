using CsCheck;
using Saima.Bench.Relevance;
using Saima.Engine.Text;

namespace Saima.Tests.Relevance;

/// <summary>Are weights chosen as it is said: on other queries than they are judged by, and by the engine's own formula?</summary>
public sealed class ChoiceOfWeightsTests
{
    [Fact]
    public void Every_query_is_held_out_once_and_folds_differ_by_one_at_most() =>
        Gen.Select(Gen.Int[2, 10], Gen.Int[10, 200], Gen.Int).Sample((folds, queries, seed) =>
        {
            var dealt = QueryFolds.Of(queries, folds, seed);

            dealt.Count.ShouldBe(folds);
            dealt.SelectMany(fold => fold).Order().ShouldBe(Enumerable.Range(0, queries));
            (dealt.Max(fold => fold.Count) - dealt.Min(fold => fold.Count)).ShouldBeLessThanOrEqualTo(1);
            QueryFolds.Of(queries, folds, seed).SelectMany(fold => fold).ShouldBe(dealt.SelectMany(fold => fold));
        });

    [Fact]
    public void The_present_setting_weighs_as_the_engine_does() =>
        Gen.Select(Gen.Int[0, Impact.Fields - 1], Gen.Float[0.1f, 50], Gen.Int[1, 2_000]).Sample((field, occurrences, length) =>
            FieldSetting.Present.Weighted(field, occurrences, length).ShouldBe(Impact.Weighted((Field)field, occurrences, length)));

    [Fact]
    public void Search_climbs_to_the_top_of_a_hill_from_either_start()
    {
        double[] top = [4, 0.5, 1, 0.1, 3];
        var search = new CoordinateSearch(setting => -setting.Weights.Zip(top, (weight, best) => Math.Pow(Math.Log(weight / best), 2)).Sum(), top.Length);

        foreach (var start in new[] { FieldSetting.Present, FieldSetting.Flat })
        {
            var found = search.From(start);
            found.LengthShares.ShouldBe(start.LengthShares);
            foreach (var (weight, best) in found.Weights.Zip(top))
                (weight / best).ShouldBeInRange(1 / 1.1, 1.1); // the smallest step
        }
    }

    [Fact]
    public void Search_stays_where_it_began_if_nothing_is_gained() =>
        new CoordinateSearch(_ => 0.5, 10).From(FieldSetting.Present, FieldSetting.Flat).ShouldBeSameAs(FieldSetting.Present);

    [Fact]
    public void Best_products_come_by_strength_and_equal_ones_by_slot()
    {
        // Eleven matches of one term: match n has cell n.
        var query = new MatchedQuery("bed", [2], [.. "abcdefghijk".Select(c => c.ToString())], [.. Enumerable.Range(0, 11)]);

        query.BestOf([9, 7, 7, 200, 7, 7, 7, 7, 7, 1, 8]).ShouldBe(["d", "a", "k", "b", "c", "e", "f", "g", "h", "i"]);
    }
}
