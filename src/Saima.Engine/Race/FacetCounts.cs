using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>How could an answer be narrowed? Matches by category and by supplier.</summary>
/// <param name="ByCategory">By category slot, without what lies below it.</param>
/// <param name="BySeller">By seller slot.</param>
public sealed record FacetCounts(int[] ByCategory, int[] BySeller)
{
    internal static FacetCounts Of(Epoch epoch, Matches matches)
    {
        var counts = new FacetCounts(new int[epoch.Snapshot.CategoryBySlot.Length], new int[epoch.Snapshot.SellerBySlot.Length]);
        foreach (var row in matches.Rows)
        {
            counts.ByCategory[epoch.CategorySlotAt(row)]++;
            counts.BySeller[epoch.SellerSlotAt(row)]++;
        }

        return counts;
    }
}
