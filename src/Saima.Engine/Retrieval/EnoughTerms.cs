namespace Saima.Engine.Retrieval;

/// <summary>Which sets of a query's terms weigh enough for a match, none of them with a term to spare?</summary>
internal sealed class EnoughTerms
{
    /// <summary>Of so many terms all sets are looked at; a longer query is asked in another way.</summary>
    public const int MostTerms = 6;

    // Sums in another order differ by rounding; what is let through here for that is weighed exactly later.
    private const double Margin = 1 - 1e-5;

    private readonly ulong[] _sets = new ulong[1 << MostTerms];
    private int _count;

    /// <summary>The sets: bit t is term t.</summary>
    public ReadOnlySpan<ulong> Sets => _sets.AsSpan(0, _count);

    /// <summary>Finds the sets of at most <see cref="MostTerms"/> terms.</summary>
    /// <param name="idfs">Weight of each term, > 0.</param>
    /// <param name="least">What a set must weigh.</param>
    public void Find(ReadOnlySpan<float> idfs, float least)
    {
        _count = 0;
        for (var set = 1UL; set < 1UL << idfs.Length; set++)
        {
            if (IsEnough(set, idfs, least) && !HasTermToSpare(set, idfs, least))
                _sets[_count++] = set;
        }
    }

    private static bool HasTermToSpare(ulong set, ReadOnlySpan<float> idfs, float least)
    {
        for (var t = 0; t < idfs.Length; t++)
        {
            if ((set & (1UL << t)) != 0 && IsEnough(set & ~(1UL << t), idfs, least))
                return true;
        }

        return false;
    }

    private static bool IsEnough(ulong set, ReadOnlySpan<float> idfs, float least)
    {
        var sum = 0.0;
        for (var t = 0; t < idfs.Length; t++)
            sum += (set & (1UL << t)) != 0 ? idfs[t] : 0;
        return sum > 0 && sum >= least * Margin;
    }
}
