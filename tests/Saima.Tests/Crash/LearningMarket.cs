using Microsoft.EntityFrameworkCore;
using Saima.Engine.Catalogue;
using Saima.Engine.Policies;
using Saima.Engine.Retrieval;
using Saima.Market;
using Saima.Market.Catalogue;
using Saima.Market.Sqlite.Log;
using Saima.Market.Traffic;

namespace Saima.Tests.Crash;

/// <summary>Engine and log as in the program, over a catalogue in memory and a clock that is moved by hand.</summary>
internal sealed class LearningMarket : IAsyncDisposable
{
    private const int Products = 60;

    private static readonly byte[] Key = new byte[32];
    private static readonly CatalogueBatch Catalogue = MadeCatalogue();
    private static readonly Policy Open = PolicyFile.Parse(PolicyFile.ReadShipped("open"));

    private readonly AllocatePage _allocate;
    private readonly RecordEvents _record;
    private readonly HandClock _clock;

    /// <summary>Opens the log in this folder and starts an engine on it: everything that the log closed is learned.</summary>
    public LearningMarket(string folder, HandClock clock)
    {
        _clock = clock;
        var hashes = new VisitorHashes(Key);
        Log = new StubbornLog(SqliteEventStore.Open(folder, clock));
        Engine = new LiveEngine(Log, Open);
        Engine.Start(Catalogue, Now);
        _allocate = new AllocatePage(Engine, Log, new AllocationIdMint(Key, clock), hashes, clock);
        _record = new RecordEvents(new ResolveEvent(Engine, Log, new NameSlots(new NoTables()), hashes, Key), Log, clock);
    }

    public StubbornLog Log { get; }

    public LiveEngine Engine { get; }

    /// <summary>One beat; false if the log refused.</summary>
    public async Task<bool> StepAsync()
    {
        try
        {
            await Engine.StepAsync(null, Now, CancellationToken.None);
            return true;
        }
        catch (LogUnavailableException)
        {
            return false;
        }
    }

    public Task<GivenPage> PageAsync(string query, string visit) =>
        _allocate.RunAsync(new PageCall { Intent = new Intent { Query = query }, VisitId = visit, Size = 12 }, CancellationToken.None);

    /// <summary>Something that a visitor did with the product at a place of a page.</summary>
    public async Task<EventsAnswer> DoAsync(EventType type, GivenPage page, int position, string id) => await _record.RunAsync(
        new EventDocument
        {
            Id = id,
            Type = type,
            At = _clock.GetUtcNow(),
            VisitId = "v",
            OrderId = type == EventType.Order ? "o." + id : null,
            AllocationId = page.Id.ToString(),
            ProductId = "p-" + page.Record.Slots[position].ProductSlot,
        },
        CancellationToken.None);

    /// <summary>What a new engine learns from the same log.</summary>
    public string ReplayedDigest()
    {
        using var engine = new LiveEngine(Log, Open);
        engine.Start(Catalogue, Now);
        return engine.LearnedDigest;
    }

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await Log.DisposeAsync();
    }

    private long Now => UnixMicros.From(_clock.GetUtcNow());

    private static CatalogueBatch MadeCatalogue() => new()
    {
        Sequence = 1,
        Categories = [new Category(0, "Valves", -1), new Category(1, "Pumps", -1)],
        Sellers = [.. Enumerable.Range(0, 6).Select(slot => new Seller
        {
            Slot = slot,
            Id = $"s-{slot}",
            Name = $"Supplier {slot}",
            Checks = [new SellerCheck("identity", null, new DateOnly(2026, 1, 1), null)],
        })],
        Products = [.. Enumerable.Range(0, Products).Select(slot => new Product
        {
            Slot = slot,
            Id = $"p-{slot}",
            SellerSlot = slot % 6,
            CategorySlot = slot % 2,
            Title = (slot % 3 == 0 ? "steel " : "brass ") + (slot % 2 == 0 ? "valve" : "pump"),
        })],
    };

    private sealed class NoTables : IDbContextFactory<MarketDb>
    {
        public MarketDb CreateDbContext() => throw new InvalidOperationException("All products are for sale: nothing is asked of the tables.");
    }
}
