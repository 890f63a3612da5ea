namespace Saima.Market.Inquiries;

/// <summary>Something that happened in the market's tables and has yet to reach the log; written in the same transaction.</summary>
public sealed class OutboxRow
{
    /// <summary>Rises in order of commit.</summary>
    public long Id { get; set; }

    /// <summary>What happened, such as <c>inquiry</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The event as JSON; it names nobody.</summary>
    public required string Json { get; set; }

    public long AtMicros { get; set; }

    /// <summary>When the log had it, Unix microseconds UTC; null = not yet.</summary>
    public long? RelayedAtMicros { get; set; }
}
