using System.Globalization;
using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>Which day's segment holds a record, and what is that file called?</summary>
internal static class SegmentDay
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The UTC day of a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies outside the years 1 to 9999.</exception>
    public static DateOnly Of(long micros) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(micros));

    public static DateOnly Of(AllocationId id) => Of(id.AtMillis * 1000);

    /// <summary>An event lies with its decision, wherever it happened later; without one, in its own day.</summary>
    public static DateOnly Of(EventEntry entry) => entry.Allocation is { } id ? Of(id) : Of(entry.AtMicros);

    public static string PathIn(string folder, DateOnly day) =>
        Path.Combine(folder, day.ToString(Format, CultureInfo.InvariantCulture) + ".db");

    /// <summary>The day of a segment file, or null for a file that is none.</summary>
    public static DateOnly? OfFile(string path) =>
        DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(path), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
