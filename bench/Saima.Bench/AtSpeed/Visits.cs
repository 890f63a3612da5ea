using System.Globalization;
using Saima.Engine;
using Saima.Engine.Learning;
using Saima.Engine.Records;

namespace Saima.Bench.AtSpeed;

/// <summary>What do visitors do with the pages they get? Made-up looks, clicks and inquiries, as the learner reads them.</summary>
/// <remarks>
/// One click in 25 looks and one inquiry in 170. The log's clock is the caller's: run it fast, and cases close within a measurement
/// as they would after half an hour.
/// </remarks>
public sealed class Visits(WorldEngine engine)
{
    /// <summary>In words, for the conditions of a figure.</summary>
    public const string Ratio = "one click in 25 looks, one inquiry in 170";

    private const int PagesToTeach = 4_200;
    private const int PagesABatch = 100;
    private const double LooksAClick = 25;
    private const int ClicksAnInquiry = 7;
    private const int AnswerWithinSeconds = 60;
    private const long Second = 1_000_000;

    private readonly Random _random = new(1);
    private AllocationRecord[] _pages = [];
    private long _sequence;

    /// <summary>When the last page was served, Unix microseconds.</summary>
    public long AtMicros { get; private set; } = 1_750_000_000 * Second;

    /// <summary>Looks and answers that a page brings on average.</summary>
    public double EventsAPage => _pages.Average(page => page.Slots.Length) * (1 + 1 / LooksAClick);

    /// <summary>Makes pages of the engine's queries and teaches them, one a second.</summary>
    /// <returns>How many looks were taught.</returns>
    public int TeachAll()
    {
        using var allocator = new Allocator();
        var requests = WorldEngine.Requests(engine.Mix.Queries);
        _pages = [.. Enumerable.Range(0, PagesToTeach)
            .Select(page => allocator.Allocate(engine.Epoch, requests[page % requests.Length] with { VisitHash = page }))
            .Where(page => page.Slots.Length > 0)];
        for (var taught = 0; taught < _pages.Length; taught += PagesABatch)
            engine.Learn(Next(PagesABatch, AtMicros + PagesABatch * Second).Batch);
        engine.Publish();
        return _pages.Sum(page => page.Slots.Length);
    }

    /// <summary>Lets the made pages go: they are the bench's and no part of the engine.</summary>
    public void Forget() => _pages = [];

    /// <summary>The next pages of visitors, served in even steps until a time, and what the visitors did.</summary>
    /// <returns>The batch, and how many looks and answers are in it.</returns>
    public (LearnerBatch Batch, int Events) Next(int pages, long untilMicros)
    {
        var (served, outcomes, events) = (new List<ServedAllocation>(pages), new List<Outcome>(), 0);
        var from = AtMicros;
        for (var page = 1; page <= pages; page++)
        {
            _sequence++;
            AtMicros = from + (untilMicros - from) * page / pages;
            var given = new ServedAllocation(_sequence, AtMicros, _pages[_sequence % _pages.Length]);
            served.Add(given);
            AddAnswers(given, outcomes);
            events += given.Record.Slots.Length;
        }

        return (new LearnerBatch(_sequence, AtMicros, served, outcomes), events + outcomes.Count);
    }

    private void AddAnswers(ServedAllocation given, List<Outcome> outcomes)
    {
        for (var position = 0; position < given.Record.Slots.Length; position++)
        {
            if (_random.NextDouble() * LooksAClick >= 1)
                continue;
            var kind = _random.Next(ClicksAnInquiry) == 0 ? OutcomeKind.Inquiry : OutcomeKind.Click;
            var id = string.Create(CultureInfo.InvariantCulture, $"e-{given.Sequence}-{position}");
            outcomes.Add(new Outcome(kind, id, given.AtMicros + _random.Next(AnswerWithinSeconds) * Second, given, position));
        }
    }
}
