namespace Saima.Market.Catalogue;

/// <summary>Which dates can be true at all? Facts lie between 1900 and tomorrow; an end may lie further ahead.</summary>
/// <remarks>Tomorrow and not now: somewhere on earth it is tomorrow already, and clocks of callers differ.</remarks>
internal sealed class DocumentDates(DateTimeOffset now)
{
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    public static readonly DateOnly Latest = new(2200, 1, 1);

    public DateOnly LatestDay { get; } = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);

    public DateTimeOffset LatestInstant { get; } = now.AddDays(1);
}
