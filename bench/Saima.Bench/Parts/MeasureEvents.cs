using System.Diagnostics;
using System.Text;
using Saima.Bench.Market;
using Saima.Bench.Relevance;
using Saima.Bench.Results;
using Saima.Engine.Retrieval;
using Saima.Market.Traffic;

namespace Saima.Bench.Parts;

/// <summary>How many events are read, tied to their pages and on the disk in a second?</summary>
public static class MeasureEvents
{
    private const int Pages = 2_400;
    private const int Callers = 4;
    private const int EventsABody = 500;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        await using var running = await RunningMarket.OpenAsync(await market.CopyAsync(), TimeProvider.System);
        await running.FollowAsync();
        var bodies = await BodiesAsync(running, RatedQueries.Read(market.Files.Ratings));
        var half = bodies.Count / 2;
        await SendAsync(running, bodies[..half]);
        var start = Stopwatch.GetTimestamp();
        var accepted = await SendAsync(running, bodies[half..]);
        return
        [
            Figure.Of(
                "Events taken", accepted / Stopwatch.GetElapsedTime(start).TotalSeconds, 0, "events/s",
                $"clicks of {Pages:N0} pages in bodies of {EventsABody}, {Callers} callers, each body on the disk before its answer"),
        ];
    }

    private static async Task<int> SendAsync(RunningMarket running, IReadOnlyList<byte[]> bodies)
    {
        var events = running.Get<RecordEvents>();
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var accepted = 0;
            for (var body = caller; body < bodies.Count; body += Callers)
                accepted += (await events.RunAsync(new MemoryStream(bodies[body]), isAtomic: false, CancellationToken.None)).Accepted;
            return accepted;
        })));
        return answers.Sum();
    }

    private static async Task<List<byte[]>> BodiesAsync(RunningMarket running, RatedQueries rated)
    {
        var queries = rated.Queries.ToArray();
        var lines = new List<string>();
        for (var page = 0; page < Pages; page++)
        {
            var call = new PageCall { Intent = new Intent { Query = queries[page % queries.Length] }, VisitId = $"v-{page}" };
            var given = await running.Get<AllocatePage>().RunAsync(call, CancellationToken.None);
            lines.AddRange(given.Record.Slots.Select(slot => ClickOn(given, running.Epoch.Snapshot.FindProduct(slot.ProductSlot)!.Id)));
        }

        return [.. lines.Chunk(EventsABody).Select(chunk => Encoding.UTF8.GetBytes(string.Join('\n', chunk)))];
    }

    private static string ClickOn(GivenPage given, string productId) =>
        $$"""{"id":"c.{{given.Id}}.{{productId}}","type":"click","at":"{{Saima.Market.UnixMicros.ToInstant(given.Stored.Entry.AtMicros):O}}","allocationId":"{{given.Id}}","productId":"{{productId}}"}""";
}
