using System.Globalization;
using Saima.Bench.Market;
using Saima.Bench.Relevance;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>How good are the answers before anybody has clicked?</summary>
public static class MeasureRelevance
{
    private const int Visits = 20;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        await using var running = await RunningMarket.OpenAsync(await market.CopyAsync(), TimeProvider.System);
        var comparison = new Comparison(running.Epoch, RatedQueries.Read(market.Files.Ratings));
        var (merit, byMerit) = comparison.ByMerit();
        var (served, asServed) = comparison.AsServed(Visits);
        return
        [
            Figure.Of("Relevance by merit, empty log", merit, 4, "NDCG@10", $"{comparison.Queries} rated queries; {Against(byMerit)}"),
            Figure.Of("Relevance as served, empty log", served, 4, "NDCG@10", $"with chance and newcomers, {Visits} visits a query; {Against(asServed)}"),
            Figure.Of("Relevance of BM25, the reference", comparison.Reference, 4, "NDCG@10", "all text of a product, no stemming"),
        ];
    }

    private static string Against(PairedBootstrap difference) => string.Create(
        CultureInfo.InvariantCulture, $"{difference.Mean:+0.000;−0.000;0.000} against BM25, 95 % interval {difference.Low:+0.000;−0.000;0.000} to {difference.High:+0.000;−0.000;0.000}");
}
