using Saima.Bench.Market;
using Saima.Bench.Relevance;

namespace Saima.Tests.Relevance;

/// <summary>19,406 real products, 116 queries that people rated, and nobody has clicked yet.</summary>
public sealed class RelevanceTests
{
    private static readonly IcecatFiles Files = IcecatFiles.Find();

    [Fact]
    public async Task With_an_empty_log_we_answer_no_worse_than_plain_text_search()
    {
        Assert.SkipUnless(Files.Exist, $"the test data is not here: {Files.Folder.FullName}");
        using var market = new BenchMarket(Files, imported: null);
        await using var running = await RunningMarket.OpenAsync(await market.CopyAsync(), TimeProvider.System);
        var comparison = new Comparison(running.Epoch, RatedQueries.Read(Files.Ratings));

        var (merit, byMerit) = comparison.ByMerit();
        var (served, asServed) = comparison.AsServed(visits: 5);

        Tell($"BM25 {comparison.Reference:F4}; by merit {merit:F4}, {byMerit}; as served {served:F4}, {asServed}");
        comparison.Queries.ShouldBe(116);
        comparison.Reference.ShouldBeInRange(0.70, 0.72); // measured by others on all text of the products: 0.7098
        byMerit.Low.ShouldBeGreaterThanOrEqualTo(0);
        asServed.Low.ShouldBeGreaterThanOrEqualTo(0);
    }

    private static void Tell(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);
}
