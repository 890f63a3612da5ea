using Saima.Engine.Catalogue;

namespace Saima.Engine.Retrieval;

/// <summary>Which of a query's terms can tell one product from another?</summary>
/// <remarks>A word that no product holds tells none from another: it is named as let go, and weighs nothing.</remarks>
internal sealed class CountedTerms
{
    private readonly int[] _index = new int[QueryTerms.Most];
    private readonly int[] _ids = new int[QueryTerms.Most];
    private readonly float[] _idfs = new float[QueryTerms.Most];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Their numbers, in the query's order.</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    /// <summary>Their inverse document frequencies.</summary>
    public ReadOnlySpan<float> Idfs => _idfs.AsSpan(0, Count);

    /// <summary>Index of each among all terms of the query, ascending.</summary>
    public ReadOnlySpan<int> Index => _index.AsSpan(0, Count);

    /// <summary>Sum of their inverse document frequencies, added in order.</summary>
    public float IdfSum { get; private set; }

    /// <summary>Takes those terms of a query that some product holds, or may hold since they were counted.</summary>
    public void Take(QueryTerms terms, Snapshot snapshot)
    {
        (Count, IdfSum) = (0, 0);
        for (var t = 0; t < terms.Count; t++)
        {
            if (!snapshot.Frequencies.MayHold(terms.Ids[t]))
                continue;
            (_index[Count], _ids[Count], _idfs[Count]) = (t, terms.Ids[t], terms.Idfs[t]);
            IdfSum += terms.Idfs[t];
            Count++;
        }
    }
}
