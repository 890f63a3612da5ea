using System.Diagnostics;
using Saima.Bench.Market;
using Saima.Bench.Relevance;
using Saima.Bench.Results;
using Saima.Engine;
using Saima.Engine.Learning;
using Saima.Engine.Retrieval;

namespace Saima.Bench.Parts;

/// <summary>How fast are looks and answers learned? Shown products from the opening of their case to the end of the click window.</summary>
public static class MeasureLearner
{
    private const int Pages = 4_000;
    private const int PagesABatch = 100;
    private const long Second = 1_000_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        await using var running = await RunningMarket.OpenAsync(await market.CopyAsync(), TimeProvider.System);
        var batches = Batches(running, RatedQueries.Read(market.Files.Ratings)).ToList();
        Learn(batches);
        var start = Stopwatch.GetTimestamp();
        var learner = Learn(batches);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var answers = batches.Sum(batch => batch.Outcomes.Count);
        return
        [
            Figure.Of(
                "Learning, one thread", (learner.Exposures.Given + answers) / seconds, 0, "cases and answers/s",
                "pages of 48, one click in 25 and one inquiry in 170 looks, each look counted as a no at seven ages"),
        ];
    }

    private static Learner Learn(List<LearnerBatch> batches)
    {
        var learner = new Learner(new LearnerOptions());
        foreach (var batch in batches)
            learner.Learn(batch);
        return learner;
    }

    // One page a second, so that the window of 30 minutes ends for most of them on the way; the last batch closes a day later.
    private static IEnumerable<LearnerBatch> Batches(RunningMarket running, RatedQueries rated)
    {
        var random = new Random(1);
        var queries = rated.Queries.ToArray();
        using var allocator = new Allocator();
        var (served, outcomes) = (new List<ServedAllocation>(), new List<Outcome>());
        for (var page = 1; page <= Pages; page++)
        {
            var request = new AllocationRequest { Intent = new Intent { Query = queries[page % queries.Length] }, VisitHash = page };
            var at = page * Second;
            var given = new ServedAllocation(page, at, allocator.Allocate(running.Epoch, request));
            served.Add(given);
            outcomes.AddRange(AnswersTo(given, random));
            if (page % PagesABatch > 0)
                continue;
            yield return new LearnerBatch(page, page == Pages ? at + 86_400 * Second : at, [.. served], [.. outcomes]);
            served.Clear();
            outcomes.Clear();
        }
    }

    private static IEnumerable<Outcome> AnswersTo(ServedAllocation given, Random random)
    {
        for (var position = 0; position < given.Record.Slots.Length; position++)
        {
            if (random.Next(25) > 0)
                continue;
            var kind = random.Next(7) == 0 ? OutcomeKind.Inquiry : OutcomeKind.Click;
            yield return new Outcome(kind, $"e-{given.Sequence}-{position}", given.AtMicros + random.Next(60) * Second, given, position);
        }
    }
}
