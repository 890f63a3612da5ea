using System.Collections.Concurrent;
using System.Diagnostics;
using Saima.Engine;
using Saima.Engine.Race;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Market.Traffic;

/// <summary>A visit asks for a page.</summary>
public sealed record PageCall
{
    /// <summary>The caller's own id, or null: the same one within 24 h answers the same and records nothing new.</summary>
    public string? Id { get; init; }

    public required Intent Intent { get; init; }

    /// <summary>The visit, as the caller names it; it is not kept, only its keyed hash.</summary>
    public required string VisitId { get; init; }

    /// <summary>Slots on the page, 1–200.</summary>
    public int Size { get; init; } = 48;

    /// <summary>The page before this one, as it was answered; null = the first, or by number.</summary>
    public AllocationId? After { get; init; }

    /// <summary>1-based page number, a shorthand for following cursors; not with <see cref="After"/>.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Also counts how the answer could be narrowed and which words each card lacks: what a page of results shows.</summary>
    public bool WithExtras { get; init; }
}

/// <summary>What a page of results shows beside its places.</summary>
/// <param name="Facets">How the answer could be narrowed.</param>
/// <param name="Missing">Words of the query that each shown product lacks, by position.</param>
/// <param name="Epoch">What the race read.</param>
public sealed record PageExtras(PageFacets Facets, IReadOnlyList<IReadOnlyList<string>> Missing, Epoch Epoch);

/// <summary>How an answer could be narrowed: products under all filters but the one that is counted.</summary>
/// <param name="ByCategory">By category slot, without what lies below it.</param>
/// <param name="ByCountry">By the supplier's country, those with any.</param>
/// <param name="Checked">Of suppliers of whom something was checked.</param>
public sealed record PageFacets(int[] ByCategory, IReadOnlyDictionary<string, int> ByCountry, int Checked);

/// <summary>A page as it was given and recorded.</summary>
/// <param name="Stored">The decision.</param>
/// <param name="Record">Its slots and their terms.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="HasNext">True if matches are left and another page may be asked for.</param>
/// <param name="TookMicros">Time of the race, microseconds; 0 for a page that was answered before.</param>
public sealed record GivenPage(StoredAllocation Stored, AllocationRecord Record, AskedIntent Asked, bool HasNext, long TookMicros)
{
    /// <summary>Null unless they were asked for.</summary>
    public PageExtras? Extras { get; init; }

    /// <summary>The decision's id.</summary>
    public AllocationId Id => Stored.Entry.Id;

    /// <summary>A page as the log keeps it.</summary>
    public static GivenPage Of(StoredAllocation stored)
    {
        var record = RecordBytes.Unpack(stored.Entry.Packed);
        return new GivenPage(stored, record, AskedIntent.Read(stored.Entry.IntentJson), AllocatePage.MayContinue(stored, record), 0);
    }
}

/// <summary>Why there is no page.</summary>
public sealed class PageRefusedException(string field, string message) : Exception($"{field}: {message}")
{
    /// <summary>Path of the field in the call.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; } = message;
}

/// <summary>Gives a visit its page: races, records, answers. What was answered is in the log.</summary>
public sealed class AllocatePage(LiveEngine engine, IEventStore log, AllocationIdMint ids, VisitorHashes hashes, TimeProvider time)
{
    /// <summary>Pages of one chain.</summary>
    public const int MostPages = 20;

    private const long DayMicros = 86_400_000_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<GivenPage>>> _underWay = new(StringComparer.Ordinal);

    /// <summary>Gives the page.</summary>
    /// <exception cref="PageRefusedException">The cursor belongs to another visit or intent, or the chain is at its end.</exception>
    public async Task<GivenPage> RunAsync(PageCall call, CancellationToken cancel)
    {
        if (call.Id is not { } id)
            return await GiveAsync(call, cancel);

        // Two calls with one id at the same moment are one call, and the first one's going away does not take it from the second.
        var mine = new Lazy<Task<GivenPage>>(() => GiveOnceAsync(id, call, CancellationToken.None));
        var shared = _underWay.GetOrAdd(id, mine);
        try
        {
            return await shared.Value;
        }
        finally
        {
            if (shared == mine)
                _underWay.TryRemove(id, out _);
        }
    }

    internal static bool MayContinue(StoredAllocation stored, AllocationRecord record) =>
        record.FirstSlot + record.Slots.Length < record.Matched && stored.Entry.PageNumber < MostPages && record.Slots.Length > 0;

    private async Task<GivenPage> GiveOnceAsync(string id, PageCall call, CancellationToken cancel)
    {
        var since = UnixMicros.From(time.GetUtcNow()) - DayMicros;
        return log.FindAllocationByCallerId(id, since) is { } stored ? GivenPage.Of(stored) : await GiveAsync(call, cancel);
    }

    private async Task<GivenPage> GiveAsync(PageCall call, CancellationToken cancel)
    {
        var epoch = engine.Current;
        var visit = hashes.OfVisit(call.VisitId);
        var chain = Chain(call, visit);
        var request = new AllocationRequest { Intent = call.Intent, VisitHash = visit, PageSize = call.Size, PageNumber = chain.Number, CountsFacets = call.WithExtras };
        var started = Stopwatch.GetTimestamp();
        var (record, asked, extras) = engine.Race(allocator =>
        {
            var served = PassOver(allocator, epoch, request, chain);
            served.AddRange(chain.Served.Except(served));
            var given = allocator.Allocate(epoch, request with { ServedProductSlots = served });
            return (given, AskedBy(call.Intent, allocator), call.WithExtras ? ExtrasOf(allocator, epoch, given) : null);
        });
        var took = (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        var now = UnixMicros.From(time.GetUtcNow());
        var stored = await log.AppendAllocationAsync(
            new AllocationEntry
            {
                Id = ids.Next(now),
                AtMicros = now,
                VisitHash = visit,
                CallerId = call.Id,
                Previous = call.After,
                PageNumber = chain.Number,
                PolicyName = epoch.Policy.Name,
                PolicyVersion = epoch.Policy.Version,
                CatalogueThrough = epoch.Snapshot.Sequence,
                LearnedThrough = epoch.LearnedThrough,
                IntentJson = asked.Write(),
                Packed = RecordBytes.Pack(record),
            },
            cancel);
        return new GivenPage(stored, record, asked, MayContinue(stored, record), took) { Extras = extras };
    }

    // Pages that nobody was shown are not recorded: what would have stood on them is drawn again.
    private static List<int> PassOver(Allocator allocator, Epoch epoch, AllocationRequest request, PageChain chain)
    {
        var before = new List<int>();
        for (var page = 1; page <= chain.PassedOver; page++)
        {
            var given = allocator.Allocate(epoch, request with { PageNumber = page, PageSize = chain.PassedSize, ServedProductSlots = [.. before] });
            before.AddRange(Slots(given));
        }

        return before;
    }

    private PageChain Chain(PageCall call, long visit)
    {
        if (call.After is not { } after)
        {
            return call.Number <= MostPages
                ? new PageChain(call.Number, [], call.Number - 1, call.Size)
                : throw new PageRefusedException("page.number", $"must be at most {MostPages}");
        }

        var stored = log.FindAllocation(after) ?? throw new PageRefusedException("page.cursor", "names a page that is not there");
        if (stored.Entry.VisitHash != visit || !AskedIntent.AskTheSame(AskedIntent.Read(stored.Entry.IntentJson).Intent, call.Intent))
            throw new PageRefusedException("page.cursor", "belongs to another visit or another intent");
        if (stored.Entry.PageNumber >= MostPages)
            throw new PageRefusedException("page.cursor", $"ends the chain: at most {MostPages} pages");
        return Follow(stored);
    }

    private PageChain Follow(StoredAllocation last)
    {
        var served = new List<int>();
        var root = last;
        for (var page = last; page is not null; page = page.Entry.Previous is { } id ? log.FindAllocation(id) : null)
        {
            served.AddRange(Slots(RecordBytes.Unpack(page.Entry.Packed)));
            root = page;
        }

        var passedOver = root.Entry.PageNumber - 1;
        var passedSlots = RecordBytes.Unpack(root.Entry.Packed).FirstSlot;
        // Rounded up: behind the last match there are fewer slots than pages would hold.
        return new PageChain(last.Entry.PageNumber + 1, served, passedOver, passedOver == 0 ? 0 : Math.Max(1, (passedSlots + passedOver - 1) / passedOver));
    }

    private static AskedIntent AskedBy(Intent intent, Allocator allocator) => new(intent, allocator.Matches.Relaxed.ToArray())
    {
        Reading = intent.Query is null ? QueryReading.AsTyped : allocator.Terms.Tell(),
    };

    private static PageExtras ExtrasOf(Allocator allocator, Epoch epoch, AllocationRecord given)
    {
        var missing = new IReadOnlyList<string>[given.Slots.Length];
        for (var position = 0; position < missing.Length; position++)
            missing[position] = allocator.MissingAt(epoch, position);
        var facets = allocator.Facets;
        return new PageExtras(new PageFacets(facets.ByCategory.ToArray(), facets.ByCountry(), facets.Checked), missing, epoch);
    }

    private static IEnumerable<int> Slots(AllocationRecord record) => record.Slots.Select(slot => slot.ProductSlot);

    /// <summary>What stands before a page.</summary>
    /// <param name="Number">The page's own number.</param>
    /// <param name="Served">What the chain's recorded pages served.</param>
    /// <param name="PassedOver">Pages before the first recorded one, for a chain that began by number.</param>
    /// <param name="PassedSize">Slots on each of those.</param>
    private sealed record PageChain(int Number, List<int> Served, int PassedOver, int PassedSize);
}
