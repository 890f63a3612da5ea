namespace Saima.Market.Traffic;

/// <summary>A decision on its way into the log.</summary>
public sealed record AllocationEntry
{
    public required AllocationId Id { get; init; }

    /// <summary>When it was served, Unix microseconds UTC; the reading that its id was made from (the id's day names the segment).</summary>
    public required long AtMicros { get; init; }

    /// <summary>Keyed hash of the visit's id; the id itself is never kept.</summary>
    public required long VisitHash { get; init; }

    /// <summary>The caller's own id for the request, or null: the same one within 24 h answers the same.</summary>
    public string? CallerId { get; init; }

    /// <summary>The page before this one in its chain, or null on the first.</summary>
    public AllocationId? Previous { get; init; }

    public required int PageNumber { get; init; }

    public required string PolicyName { get; init; }
    public required int PolicyVersion { get; init; }
    public required long CatalogueThrough { get; init; }
    public required long LearnedThrough { get; init; }

    /// <summary>What was asked, as JSON: enough to race a product again that was not shown.</summary>
    public required string IntentJson { get; init; }

    /// <summary>The packed <see cref="Engine.Records.AllocationRecord"/>.</summary>
    public required byte[] Packed { get; init; }
}

/// <summary>A decision as the log keeps it.</summary>
/// <param name="Sequence">Its place in the log, > 0, increasing over all segments.</param>
public sealed record StoredAllocation(long Sequence, AllocationEntry Entry);

/// <summary>What happened, as the contract names it (shared by the log and the API).</summary>
public enum EventType : byte { Visit = 1, Impression = 2, Click = 3, Favourite = 4, Inquiry = 5, Reply = 6, Order = 7 }

/// <summary>An event on its way into the log, already checked and resolved against its allocation.</summary>
public sealed record EventEntry
{
    /// <summary>The caller's id, 1–64 characters.</summary>
    public required string Id { get; init; }

    public required EventType Type { get; init; }

    /// <summary>When it happened, Unix microseconds UTC.</summary>
    public required long AtMicros { get; init; }

    /// <summary>The decision it belongs to, or null: then it lies in the segment of its own day.</summary>
    public AllocationId? Allocation { get; init; }

    /// <summary>The decision's place in the log, 0 if there is none.</summary>
    public long AllocationSequence { get; init; }

    /// <summary>0-based place of the product in the decision's record, −1 if there is none.</summary>
    public int Position { get; init; } = -1;

    public string? ProductId { get; init; }

    /// <summary>Keyed hash of visit or buyer, 0 if neither was named.</summary>
    public long VisitorHash { get; init; }

    /// <summary>The event as the caller sent it, canonical JSON: what a second sending is compared with.</summary>
    public required string Json { get; init; }
}

/// <summary>An event as the log keeps it.</summary>
public sealed record StoredEvent(long Sequence, EventEntry Entry);

/// <summary>What became of one sent event: the same id with the same JSON is a duplicate, with other JSON a conflict.</summary>
public enum EventReceipt : byte { Accepted, Duplicate, Conflict }

/// <summary>Everything between two boundaries of the log, in order of sequence.</summary>
/// <param name="Through">Sequence of the closing boundary.</param>
/// <param name="ClosedAtMicros">The clock at the boundary.</param>
public sealed record LogSlice(long Through, long ClosedAtMicros, IReadOnlyList<StoredAllocation> Allocations, IReadOnlyList<StoredEvent> Events);
