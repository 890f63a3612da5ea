namespace Saima.Market.Sqlite.Log;

/// <summary>How much may the log hold back, gather and open at once? Tests make it small.</summary>
internal sealed class LogLimits
{
    /// <summary>SQLite's own limit: no file may have more pages.</summary>
    public const long Unlimited = 4_294_967_294;

    /// <summary>Pages a segment file may grow to; a limit below its size stops its growth where it is. May be changed at any time.</summary>
    public long MaxPages { get; set; } = Unlimited;

    /// <summary>Records gathered into one commit before the rest waits for the next: bounds what a caller waits for others.</summary>
    public int GroupRecords { get; init; } = 8192;

    /// <summary>Rows that a cursor of a replay reads at once.</summary>
    public int CursorRows { get; init; } = 256;

    /// <summary>Write connections that stay open; events reach back half a year, and every segment costs three files.</summary>
    public int OpenWriters { get; init; } = 8;

    /// <summary>How long an allocation's record may lie unsynced with the operating system.</summary>
    public TimeSpan SyncWithin { get; init; } = TimeSpan.FromMilliseconds(200);
}
