using Saima.Market.Traffic;

namespace Saima.Tests.Crash;

/// <summary>Random visitors of half a year in a minute: pages, clicks, inquiries and orders, at once, late and twice.</summary>
internal sealed class Traffic(int seed, HandClock clock)
{
    private static readonly string[] Queries = ["steel valve", "pump", "brass", "valve"];

    private readonly Random _random = new(seed);
    private readonly List<GivenPage> _pages = [];
    private int _events;

    /// <summary>Pages that were given, and places on them.</summary>
    public (int Pages, int Slots) Given { get; private set; }

    /// <summary>One thing that happens.</summary>
    public async Task HappenAsync(LearningMarket market)
    {
        switch (_random.Next(10))
        {
            case < 4:
                var page = await market.PageAsync(Queries[_random.Next(Queries.Length)], $"v-{_random.Next(8)}");
                _pages.Add(page);
                Given = (Given.Pages + 1, Given.Slots + page.Record.Slots.Length);
                break;
            case < 8 when _pages.Count > 0:
                await DoAsync(market);
                break;
            default:
                clock.Advance(SomeTime());
                break;
        }
    }

    // Mostly the page just seen, at times one of long ago; at times the same event is sent again.
    private async Task DoAsync(LearningMarket market)
    {
        var page = _random.Next(3) > 0 ? _pages[^1] : _pages[_random.Next(_pages.Count)];
        var type = _random.Next(6) switch { < 3 => EventType.Click, < 5 => EventType.Inquiry, _ => EventType.Order };
        var (position, id) = (_random.Next(page.Record.Slots.Length), $"e-{_events++}");
        (await market.DoAsync(type, page, position, id)).Accepted.ShouldBe(1);
        if (_random.Next(4) == 0)
            (await market.DoAsync(type, page, position, id)).Duplicates.ShouldBe(1);
    }

    private TimeSpan SomeTime() => _random.Next(12) switch
    {
        < 6 => TimeSpan.FromMilliseconds(_random.Next(1, 400)),
        < 9 => TimeSpan.FromMinutes(_random.Next(1, 50)),
        < 11 => TimeSpan.FromHours(_random.Next(1, 30)),
        _ => TimeSpan.FromDays(_random.Next(1, 40)),
    };
}
