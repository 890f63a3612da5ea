using Saima.Engine.Race;
using Saima.Engine.Retrieval;

namespace Saima.Bench.Relevance;

/// <summary>How good would the answers to the rated queries be under another setting of the fields? By merit, with an empty log.</summary>
/// <remarks>With an empty log the order by merit is the order of the match. Some milliseconds a setting; the engine would read the catalogue anew.</remarks>
public sealed class FieldTrial
{
    private readonly RatedQueries _rated;
    private readonly List<MatchedQuery> _queries = [];
    private readonly FieldCounts _counts;

    /// <summary>Finds the matches of every rated query, and reads the products for their terms.</summary>
    public FieldTrial(Epoch epoch, RatedQueries rated)
    {
        _rated = rated;
        using var matcher = new Matcher();
        var (found, matches, counted) = (new List<Found>(), new Matches(), new CountedTerms());
        foreach (var query in rated.Queries)
        {
            matcher.Find(new Intent { Query = query }, epoch.Snapshot, epoch.SellerChecked, epoch.Policy.Retrieval, matches);
            counted.Take(matcher.Terms, epoch.Snapshot);
            found.Add(new Found(query, counted.Ids.ToArray(), counted.Idfs.ToArray(), SlotsOf(epoch, matches)));
        }

        _counts = new FieldCounts(epoch.Snapshot, found.SelectMany(query => query.Terms).ToHashSet());
        foreach (var (query, terms, idfs, slots) in found)
            _queries.Add(new MatchedQuery(query, idfs, [.. slots.Select(slot => epoch.Snapshot.FindProductId(slot)!)], CellsOf(slots, terms)));
    }

    /// <summary>Cells of counts that a setting is tried on.</summary>
    public int Cells => _counts.Count;

    /// <summary>NDCG@10 of every rated query, in the order of the file.</summary>
    public double[] Under(FieldSetting setting)
    {
        var impacts = _counts.ImpactsUnder(setting);
        return [.. _queries.Select(query => _rated.NdcgAt10(query.Query, query.BestOf(impacts)))];
    }

    private static int[] SlotsOf(Epoch epoch, Matches matches)
    {
        var slots = new int[matches.Count];
        for (var match = 0; match < slots.Length; match++)
            slots[match] = epoch.ProductSlotAt(matches.Rows[match]);
        Array.Sort(slots);
        return slots;
    }

    private int[] CellsOf(int[] slots, int[] terms) => [.. slots.SelectMany(slot => terms.Select(term => _counts.Find(slot, term)))];

    /// <summary>What a query asks for, by number.</summary>
    private sealed record Found(string Query, int[] Terms, float[] Idfs, int[] Slots);
}
