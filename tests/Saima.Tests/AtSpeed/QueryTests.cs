using Saima.Bench.Queries;
using Saima.Bench.World;
using Saima.Demo;

namespace Saima.Tests.AtSpeed;

/// <summary>Are the queries that speed is measured with what they say?</summary>
public sealed class QueryTests
{
    private const double Wanted = 250;

    private static readonly CatalogueWorld World = new(new WorldOptions(20_000));
    private static readonly QueryMix Mix = MakeQueries.Of(World, ForeignWords.Read(Bench.Market.IcecatFiles.Find().Root), Wanted);

    [Fact]
    public void Queries_are_the_same_each_time() =>
        MakeQueries.Of(World, ForeignWords.Read(Bench.Market.IcecatFiles.Find().Root), Wanted).Queries.ShouldBe(Mix.Queries);

    [Fact]
    public void Plain_queries_have_one_to_four_words_that_enough_products_hold_so_many_on_average_as_was_wanted()
    {
        var sample = new SampleOfWords(World);
        var words = Mix.Of(QueryKind.Plain).Select(query => SampleOfWords.WordsOf(query.Text).ToList()).ToList();

        words.ShouldAllBe(query => query.Count >= 1 && query.Count <= 4);
        words.ShouldAllBe(query => sample.HoldersOf(query) >= 48);
        words.Average(sample.HoldersOf).ShouldBeInRange(Wanted * 0.9, Wanted * 1.1);
    }

    [Fact]
    public void Odd_queries_are_a_twentieth_each_and_as_odd_as_they_say()
    {
        var sample = new SampleOfWords(World);

        Mix.Of(QueryKind.Relaxed).Count.ShouldBe(100);
        Mix.Of(QueryKind.Relaxed).ShouldAllBe(query => sample.HoldersOf(SampleOfWords.WordsOf(query.Text).ToList()) < 48);
        Mix.Of(QueryKind.Misspelt).Count.ShouldBe(100);
        Mix.Of(QueryKind.Misspelt).ShouldAllBe(query => SampleOfWords.WordsOf(query.Text).Any(word => !sample.Knows(word)));
    }

    [Fact]
    public void A_slip_changes_a_word_and_leaves_its_first_letter()
    {
        var draw = new DrawStream(1, "slips");
        var slips = Enumerable.Range(0, 1_000).Select(_ => Misspelling.Of("stainless", draw)).ToList();

        slips.ShouldAllBe(slip => slip[0] == 's' && slip.Length >= 7 && slip.Length <= 11);
        slips.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(200);
    }
}
