namespace Saima.Engine.Catalogue;

/// <summary>Which of the newest segments are to be made one? Sizes fall by a factor, so that a row is merged a few times in all.</summary>
internal static class Tiers
{
    /// <summary>A delta is at least so many times as large as the one after it.</summary>
    public const int Factor = 4;

    /// <summary>How many of the last segments are merged now; 0 or 1 = none.</summary>
    /// <param name="rows">Live rows of the deltas, oldest first.</param>
    /// <param name="most">Deltas there may be.</param>
    public static int Due(IReadOnlyList<int> rows, int most)
    {
        var (due, sum) = (1, rows.Count > 0 ? rows[^1] : 0);
        for (var i = rows.Count - 2; i >= 0; i--)
        {
            if (rows[i] >= sum * Factor && rows.Count - due + 1 <= most)
                break;
            sum += rows[i];
            due++;
        }

        return due;
    }
}
