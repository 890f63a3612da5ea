using Saima.Engine.Catalogue;
using Saima.Engine.Policies;
using Saima.Engine.Retrieval;
using Saima.Engine.Tests.Catalogue;

namespace Saima.Engine.Tests.Retrieval;

/// <summary>A market of several segments with dead rows, and the same in plain lists to ask by brute force.</summary>
internal sealed class SmallMarket : IDisposable
{
    public SmallMarket(int seed, int products)
    {
        using var state = new CatalogueState();
        Snapshot = Take(state, Some.Market(seed, products));
        var random = new Random(seed);
        for (var i = 0; i < 3; i++)
            Snapshot = Take(state, Batches.Next(random, Plain, i + 2));
        Checked = [.. Snapshot.SellerBySlot.Select(s => s?.IsCheckedOn(Some.Day) == true)];
    }

    public PlainCatalogue Plain { get; } = new();

    public Snapshot Snapshot { get; }

    public bool[] Checked { get; }

    public int SlotAt(int row)
    {
        var (segment, local) = Snapshot.Locate(row);
        return Snapshot.Segments[segment].ProductSlot[local];
    }

    public bool Satisfies(Product product, Filters filters)
    {
        var seller = Plain.Sellers[product.SellerSlot];
        return (filters.CategorySlot is not { } root || Plain.IsBelow(product.CategorySlot, root))
            && (filters.MaxMoq is null || product.Moq <= filters.MaxMoq)
            && (filters.MaxPriceMicros is null || (product.Price?.MinMicros <= filters.MaxPriceMicros && product.Price.Currency == filters.Currency))
            && (filters.Countries.Count == 0 || filters.Countries.Contains(seller.Country))
            && (!filters.CheckedOnly || seller.Checks.Any(c => c.On <= Some.Day && (c.Until ?? DateOnly.MaxValue) >= Some.Day));
    }

    /// <summary>The products that satisfy the filters and hold all terms if those are enough, or else the rule's share of them.</summary>
    public List<Product> Holding(List<string> terms, RetrievalRule rule, Filters filters)
    {
        terms = terms.FindAll(term => Snapshot.Frequencies.MayHold(Snapshot.Terms.Find(term)));
        if (terms.Count == 0)
            return [];
        var held = Plain.Products.Values.ToDictionary(p => p.Slot, Plain.TermsOf);
        var idf = terms.ConvertAll(term => Snapshot.Frequencies.IdfOf(Snapshot.Terms.Find(term)));
        var candidates = Plain.Products.Values.Where(p => Satisfies(p, filters)).ToList();
        var whole = candidates.FindAll(p => terms.TrueForAll(held[p.Slot].Contains));
        if (whole.Count > 0 && whole.Count >= rule.Enough)
            return whole;

        // In single precision and in the order of the words, as is promised: at the border every bit counts.
        var least = (float)(rule.Share * InOrder(idf));
        return candidates.FindAll(p => InOrder(terms.Select((term, t) => held[p.Slot].Contains(term) ? idf[t] : 0)) is > 0 and var sum && sum >= least);
    }

    public void Dispose() => Plain.Dispose();

    // Enumerable.Sum adds floats in double precision.
    private static float InOrder(IEnumerable<float> parts) => parts.Aggregate(0f, (sum, part) => sum + part);

    private Snapshot Take(CatalogueState state, CatalogueBatch batch)
    {
        Plain.Apply(batch);
        return state.Apply(batch);
    }
}
