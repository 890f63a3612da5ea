using System.Globalization;

namespace Saima.Import;

/// <summary>How far is an import, how fast, and how long still? Lives while the file is read.</summary>
public sealed class ImportPace(long totalBytes, TimeProvider time)
{
    private const int RowsBetweenNews = 256;
    private readonly long _start = time.GetTimestamp();
    private long _bytes;

    /// <summary>Is called now and then, when there is something new to show.</summary>
    public Action? News { get; set; }

    public long Rows { get; private set; }

    public long BadLines { get; private set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Share of the file that was read, 0 to 1; of a compressed file the compressed bytes count.</summary>
    public double Share => totalBytes <= 0 ? 0 : Math.Min(1, (double)_bytes / totalBytes);

    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? Rows / Elapsed.TotalSeconds : 0;

    /// <summary>Null while too little was read to say.</summary>
    public TimeSpan? Remaining => Share > 0.01 ? Elapsed * ((1 - Share) / Share) : null;

    public void Read(long bytes) => _bytes += bytes;

    public void Row()
    {
        if (++Rows % RowsBetweenNews == 0)
            News?.Invoke();
    }

    public void Bad() => BadLines++;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Share:P0} · {Rows:N0} rows · {RowsPerSecond:N0} rows/s · {BadLines:N0} bad lines{(Remaining is { } left ? $" · {Words(left)} left" : "")}");

    private static string Words(TimeSpan left) => left < TimeSpan.FromMinutes(1) ? $"{left.TotalSeconds:0} s" : $"{(int)left.TotalMinutes} min {left.Seconds} s";
}
