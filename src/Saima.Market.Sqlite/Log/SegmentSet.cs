namespace Saima.Market.Sqlite.Log;

/// <summary>Which days are there? Days are added by the log's writer; readers see a whole list at every moment.</summary>
/// <remarks>The head is the youngest day: the only segment with boundaries of its time and the mark of what is committed.</remarks>
internal sealed class SegmentSet(string folder) : IDisposable
{
    /// <summary>Segments that find ids in memory: today's, and yesterday's, whose visits are still clicking.</summary>
    private const int Young = 2;

    private volatile Segment[] _byDay = [];
    private Task _sealing = Task.CompletedTask;

    public string Folder { get; } = folder;

    /// <summary>All segments, oldest first.</summary>
    public IReadOnlyList<Segment> All => _byDay;

    public Segment? Head => _byDay is [.., var head] ? head : null;

    public Segment? Find(DateOnly day) => Array.Find(_byDay, segment => segment.Day == day);

    /// <summary>The segments of these days, youngest first.</summary>
    public IEnumerable<Segment> Between(DateOnly first, DateOnly last) =>
        _byDay.Reverse().Where(segment => segment.Day >= first && segment.Day <= last);

    /// <summary>Takes up the files of the folder. A file without tables is a crash's leftover and waits for its day to be asked for again.</summary>
    public void Load()
    {
        foreach (var path in Directory.EnumerateFiles(Folder, "*.db").Order(StringComparer.Ordinal))
        {
            if (SegmentDay.OfFile(path) is { } day && IsSegment(path)) _byDay = [.. _byDay, new Segment(day, path)];
        }
    }

    /// <summary>Makes ids findable: the young days' in memory, the others' by an index.</summary>
    public void Prepare()
    {
        for (var at = 0; at < _byDay.Length; at++)
        {
            if (at >= _byDay.Length - Young) _byDay[at].KeepIdsInMemory();
            else Explained(_byDay[at].Path, _byDay[at].Seal);
        }
    }

    /// <summary>The segment of that day, made if there is none; <paramref name="through"/> is the last sequence of the log.</summary>
    public Segment Ensure(DateOnly day, long through)
    {
        if (Find(day) is { } known) return known;
        var path = SegmentDay.PathIn(Folder, day);
        Explained(path, () => Make(path, through));
        var made = new Segment(day, path);
        var days = _byDay.Append(made).OrderBy(segment => segment.Day).ToArray();
        if (Array.IndexOf(days, made) >= days.Length - Young) made.KeepIdsInMemory();
        else Explained(path, made.Seal);
        _byDay = days;
        if (made.IsYoung && days.Length > Young) SealBehind(days[^(Young + 1)]);
        return made;
    }

    public void Dispose()
    {
        // A day that could not be sealed stays findable in memory, and is sealed at the next start.
        Task.WaitAny(_sealing);
        foreach (var segment in _byDay) segment.Dispose();
    }

    private static bool IsSegment(string path)
    {
        var born = false;
        Explained(path, () =>
        {
            using var connection = SegmentSchema.Connect(path, create: false);
            born = SegmentSchema.IsBorn(connection, path);
        });
        return born;
    }

    private static void Make(string path, long through)
    {
        using var connection = SegmentSchema.Connect(path, create: true);
        if (!SegmentSchema.IsBorn(connection, path)) SegmentSchema.Create(connection, through);
    }

    private static void Explained(string path, Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (LogFailure.IsOfStorage(e))
        {
            throw LogFailure.Explain(e, path);
        }
    }

    // An index over a full day takes seconds; the writer does not wait for it.
    private void SealBehind(Segment segment) => _sealing = _sealing.ContinueWith(_ => segment.Seal(), TaskScheduler.Default);
}
