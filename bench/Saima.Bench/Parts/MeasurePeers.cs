using System.Globalization;
using Saima.Bench.AtSpeed;
using Saima.Bench.Peers;
using Saima.Bench.Queries;
using Saima.Bench.Results;
using Saima.Engine;
using Saima.Engine.Race;
using Saima.Engine.Retrieval;

namespace Saima.Bench.Parts;

/// <summary>How fast are others on the same catalogue and the same queries, one after the other, one thread each?</summary>
/// <remarks>Plain and relaxed queries only: the others neither correct nor translate, and would be quick at finding nothing.</remarks>
public static class MeasurePeers
{
    private const int Best = 1_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MeasuredOfDatabase = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var engine = run.EngineOf(run.Products);
        var requests = WorldEngine.Requests(engine.Mix.Queries.Where(query => query.Kind is QueryKind.Plain or QueryKind.Relaxed));
        var races = RaceRun.Of(engine.Epoch, requests, Measured);
        run.Say($"races: {races.Timing.PerSecond:N0} a second, {races.MeanMatches:N0} matches on average");
        var own = new Comparison(BenchRun.Number(run.Products), races);
        return [.. OfLucene(run, engine, requests, own), .. await OfPostgresAsync(run, engine, requests, own), .. OfSqlite(run, engine, requests, own)];
    }

    private static IEnumerable<Figure> OfLucene(BenchRun run, WorldEngine engine, AllocationRequest[] requests, Comparison own)
    {
        using var lucene = run.Timed("Lucene.Net, index", () => LucenePeer.Build(engine.World, engine.RowBySlot(), run.Market.NewFolder()));
        var (matches, scores, page) = (new Matches(), new Scores(), new PageDraw());
        var all = Timing.During(WarmUp, Measured, requests.Length, turn => Race(turn, request => lucene.FindAll(request.Intent.Query!, matches)));
        var mean = requests.Average(request =>
        {
            lucene.FindAll(request.Intent.Query!, matches);
            return matches.Count;
        });
        var best = Timing.During(WarmUp, Measured, requests.Length, turn => Race(turn, request => lucene.FindBest(request.Intent.Query!, Best, matches)));
        return
        [
            own.To("Lucene.Net, all matches", all, string.Create(CultureInfo.InvariantCulture, $"BM25 of {mean:N0} matches on average, then our model and page")),
            own.To("Lucene.Net, top 1,000", best, "by BM25, then our model and page"),
        ];

        void Race(int turn, Action<AllocationRequest> find)
        {
            var request = requests[turn % requests.Length];
            find(request);
            scores.Score(engine.Epoch, matches);
            page.Draw(engine.Epoch, request, matches, scores);
        }
    }

    private static async Task<IReadOnlyList<Figure>> OfPostgresAsync(BenchRun run, WorldEngine engine, AllocationRequest[] requests, Comparison own)
    {
        if (PostgresServer.FindPrograms() is not { } programs)
        {
            run.Say("PostgreSQL is not installed here: left out");
            return [];
        }

        await using var server = await PostgresServer.StartAsync(programs);
        run.Say($"PostgreSQL {programs.Parent!.Name}: loading");
        await using var postgres = await PostgresPeer.BuildAsync(engine.World, server.ConnectionString);
        var timing = Timing.During(WarmUp, MeasuredOfDatabase, 1, turn => postgres.Find(requests[turn % requests.Length].Intent.Query!));
        return [own.To($"PostgreSQL {programs.Parent!.Name} full text", timing, "ts_rank, GIN, top 48")];
    }

    private static IEnumerable<Figure> OfSqlite(BenchRun run, WorldEngine engine, AllocationRequest[] requests, Comparison own)
    {
        using var sqlite = run.Timed("SQLite, index", () => SqlitePeer.Build(engine.World, run.Market.NewFolder()));
        var timing = Timing.During(WarmUp, MeasuredOfDatabase, 1, turn => sqlite.Find(requests[turn % requests.Length].Intent.Query!));
        return [own.To("SQLite FTS5", timing, "bm25, top 48")];
    }

    private sealed record Comparison(string Products, RaceRun Races)
    {
        public Figure To(string peer, Timing timing, string how) => Figure.Of(
            $"Race against {peer}, {Products} products", Races.Timing.PerSecond / timing.PerSecond, 1, "× its pace",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Races.Timing.PerSecond:N0} races/s, {Races.MeanMatches:N0} matches on average, against {timing.PerSecond:N1} queries/s over {timing.Turns:N0} queries; {how}"));
    }
}
