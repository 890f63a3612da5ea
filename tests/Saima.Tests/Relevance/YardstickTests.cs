using Saima.Bench.Relevance;

namespace Saima.Tests.Relevance;

/// <summary>Do the yardsticks measure what they say? Worked by hand.</summary>
public sealed class YardstickTests : IDisposable
{
    private readonly Import.TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gain_is_that_of_the_order_against_the_best_order_of_the_rated_products()
    {
        var rated = Read("query,docid,rating\nbed,a,3\nbed,b,0\nbed,c,1\nlamp,d,0\n");

        rated.Queries.ShouldBe(["bed"]);
        rated.NdcgAt10("bed", ["a", "c", "b"]).ShouldBe(1, 1e-12);
        rated.NdcgAt10("bed", ["unrated", "c", "a"]).ShouldBe((1 / Math.Log2(3) + 3 / Math.Log2(4)) / (3 + 1 / Math.Log2(3)), 1e-12);
        rated.NdcgAt10("bed", [.. Enumerable.Repeat("b", 10), "a"]).ShouldBe(0);
    }

    [Fact]
    public void Text_search_prefers_rare_words_and_short_texts_and_breaks_ties_by_id()
    {
        var search = new Bm25();
        search.Add("d", "steel valve");
        search.Add("c", "steel valve");
        search.Add("b", "steel valve in a very long text about something else");
        search.Add("a", "brass valve");

        search.Search("Valve, brass").ShouldBe(["a", "c", "d", "b"]);
        search.Search("nothing").ShouldBeEmpty();
    }

    [Fact]
    public void Interval_holds_the_mean_and_shrinks_to_it_when_all_differences_are_equal()
    {
        PairedBootstrap.Of([0.25, 0.25, 0.25], 1_000, 1).ShouldBe(new PairedBootstrap(0.25, 0.25, 0.25));
        var spread = PairedBootstrap.Of([.. Enumerable.Range(0, 100).Select(n => n % 2 * 1.0)], 10_000, 1);
        spread.Mean.ShouldBe(0.5);
        spread.Low.ShouldBe(0.4, 0.03); // 0.5 ± 1.96 × 0.05
        spread.High.ShouldBe(0.6, 0.03);
    }

    private RatedQueries Read(string text) => RatedQueries.Read(_folder.Write("rated.csv", text));
}
