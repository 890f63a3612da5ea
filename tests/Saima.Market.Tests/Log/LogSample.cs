using Saima.Market.Traffic;

namespace Saima.Market.Tests.Log;

/// <summary>Decisions and events for tests of the log; days are counted from 2026-11-20.</summary>
internal static class LogSample
{
    public const long DayMicros = 86_400_000_000;

    /// <summary>2026-11-20, noon.</summary>
    public const long Noon = 1_795_176_000_000_000;

    public static AllocationId Id(int number, int day = 0) =>
        new(((UInt128)(ulong)((Noon + (day * DayMicros)) / 1000) << 80) | (uint)number);

    public static AllocationEntry Allocation(int number, int day = 0, string? callerId = null) => new()
    {
        Id = Id(number, day),
        AtMicros = Noon + (day * DayMicros) + number,
        VisitHash = number,
        CallerId = callerId,
        PageNumber = 1,
        PolicyName = "open",
        PolicyVersion = 3,
        CatalogueThrough = 9,
        LearnedThrough = 8,
        IntentJson = "{}",
        Packed = [1, 2, 3],
    };

    /// <summary>An event of its own day, without a decision.</summary>
    public static EventEntry Event(string id, int day = 0, string json = "{}") => new()
    {
        Id = id,
        Type = EventType.Visit,
        AtMicros = Noon + (day * DayMicros),
        Json = json,
    };

    /// <summary>A click on the first product of a decision, <paramref name="daysLater"/> days after it.</summary>
    public static EventEntry Click(string id, StoredAllocation on, int daysLater = 0) => new()
    {
        Id = id,
        Type = EventType.Click,
        AtMicros = on.Entry.AtMicros + (daysLater * DayMicros),
        Allocation = on.Entry.Id,
        AllocationSequence = on.Sequence,
        Position = 0,
        ProductId = "p-1",
        Json = "{}",
    };

    public static async Task<EventReceipt[]> Send(this IEventStore log, params EventEntry[] entries) =>
        (await log.AppendEventsAsync(entries, CancellationToken.None)).Receipts;

    public static Task<StoredAllocation> Serve(this IEventStore log, AllocationEntry entry) => log.AppendAllocationAsync(entry, CancellationToken.None);

    public static Task<LogSlice> Close(this IEventStore log, int day = 0) => log.CloseSliceAsync(Noon + (day * DayMicros), CancellationToken.None);
}
