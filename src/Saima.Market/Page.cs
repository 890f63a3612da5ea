namespace Saima.Market;

/// <summary>Which part of a list is this, and where does the next begin?</summary>
/// <param name="Next">To be passed as <c>after</c> for what follows; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>The most rows that one call hands out.</summary>
    public const int MaxLimit = 200;

    /// <summary>Makes a page out of up to <paramref name="limit"/> + 1 rows: the one too many only tells that there is more.</summary>
    public static Page<T> Of(IReadOnlyList<T> rows, int limit, Func<T, string> keyOf) =>
        rows.Count <= limit ? new Page<T>(rows, null) : new Page<T>([.. rows.Take(limit)], keyOf(rows[limit - 1]));

    /// <summary>The nearest limit that is allowed, 1–<see cref="MaxLimit"/>.</summary>
    public static int Limit(int wanted) => Math.Clamp(wanted, 1, MaxLimit);
}
