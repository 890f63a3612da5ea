using Saima.Engine.Catalogue;
using Saima.Engine.Retrieval;

namespace Saima.Fuzz;

/// <summary>What came of one query, and what must be true of it?</summary>
/// <param name="Rows">Global rows that matched.</param>
/// <param name="Shares">Match of each.</param>
/// <param name="Words">Terms that the query was read as; behind them what was done to its words, and what was let go.</param>
internal sealed record Answer(int[] Rows, float[] Shares, string Words)
{
    /// <summary>What the last query of a matcher was answered.</summary>
    public static Answer Of(Matcher matcher, Matches matches)
    {
        var reading = matcher.Terms.Tell();
        var terms = Enumerable.Range(0, matcher.Terms.Count).Select(matcher.Terms.WordAt);
        var words = $"{string.Join(' ', terms)} | {string.Join(' ', reading.Corrections)} | {string.Join(' ', reading.Translations)}"
            + $" | {string.Join(' ', reading.Synonyms)} | {string.Join(' ', matches.Relaxed)}";
        return new Answer(matches.Rows.ToArray(), matches.Shares.ToArray(), words);
    }

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public string? FaultIn(Snapshot snapshot)
    {
        if (Rows.Length != Shares.Length || Rows.Distinct().Count() != Rows.Length)
            return "a row matched twice";
        if (!Array.TrueForAll(Rows, row => IsLive(snapshot, row)))
            return "a row matched that is not for sale";
        return Array.TrueForAll(Shares, share => share is > 0 and <= 1) ? null : "a share lies outside (0, 1]";
    }

    /// <summary>True if both are the same, to the bit.</summary>
    public bool IsSameAs(Answer other) => Rows.SequenceEqual(other.Rows) && Shares.SequenceEqual(other.Shares) && Words == other.Words;

    private static bool IsLive(Snapshot snapshot, int globalRow)
    {
        if (globalRow < 0 || globalRow >= snapshot.Rows)
            return false;
        var (segment, row) = snapshot.Locate(globalRow);
        return row < snapshot.Segments[segment].Rows && !snapshot.Dead[segment][row];
    }
}
