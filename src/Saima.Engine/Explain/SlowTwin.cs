using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Retrieval;
using Saima.Engine.Text;

namespace Saima.Engine.Explain;

/// <summary>The specification of the race, written to be read: brute force over listings, no index, no cache, no vector.</summary>
/// <remarks>
/// It reads titles anew, counts terms, and adds weights in double precision; what a query asks for it takes as it was read. Only the match is computed in single precision and in
/// the order of the query's terms, because it decides the match bucket and must not differ in a bit from the fast path.
/// </remarks>
/// <param name="products">What is for sale, in any order.</param>
/// <param name="snapshot">Sellers and categories by slot.</param>
/// <param name="learner">What is known.</param>
/// <param name="policy">The rule in force.</param>
/// <param name="today">The day on which checks hold or do not.</param>
public sealed class SlowTwin(IReadOnlyList<Product> products, Snapshot snapshot, Learner learner, Policy policy, DateOnly today) : IDisposable
{
    private readonly QueryTerms _query = new();
    private readonly PlainFields _fields = new();

    /// <summary>One product that satisfied the intent, with its score taken apart.</summary>
    public sealed record Runner(Product Product, float Share, ScoreExplanation Score);

    /// <summary>Every product that satisfies the intent, best first; equal scores in ordinal order of id.</summary>
    public IReadOnlyList<Runner> Race(Intent intent)
    {
        var runners = new List<Runner>();
        foreach (var (product, share) in Match(intent))
            runners.Add(new Runner(product, share, Score(product, share)));
        runners.Sort((a, b) => a.Score.Log != b.Score.Log ? b.Score.Log.CompareTo(a.Score.Log) : string.CompareOrdinal(a.Product.Id, b.Product.Id));
        return runners;
    }

    public void Dispose()
    {
        _query.Dispose();
        _fields.Dispose();
    }

    /// <summary>The score of a product whose match is known.</summary>
    public ScoreExplanation Score(Product product, float share)
    {
        var bucket = Math.Min((int)(share * Records.AllocationRecord.MatchBuckets), Records.AllocationRecord.MatchBuckets - 1);
        var terms = new List<ScoreTerm>
        {
            new("match", policy.Match.Exponent * Math.Log(share)),
            Stage("click", learner.Click, product, bucket),
            Stage("inquiry", learner.Inquiry, product, bucket),
            Stage("order", learner.Order, product, bucket),
        };
        var multiplier = Multipliers.LogSum(policy, snapshot.FindSeller(product.SellerSlot)!, today);
        if (multiplier != 0)
            terms.Add(new ScoreTerm("multiplier", multiplier));
        var log = 0.0;
        foreach (var term in terms)
            log += term.Log;
        return new ScoreExplanation(log, terms);
    }

    private static ScoreTerm Stage(string name, StageModel model, Product product, int bucket)
    {
        var features = new StageFeatures(product.Slot, product.SellerSlot, product.CategorySlot, bucket, Slot: 1);
        FeatureTerm[] terms =
        [
            new("base", model.Base.Mean + (model.Options.KnowsPosition ? model.Positions[PositionBucket.Of(1)].Mean : 0)),
            new("product", model.Products[product.Slot].Mean),
            new("supplier", model.Sellers[product.SellerSlot].Mean),
            new("category", model.Categories[product.CategorySlot].Mean),
            new("match", model.Matches[bucket].Mean),
        ];
        return StageTerm.Of(name, terms, model.Options.BetaSquared, model.Sum(features).Variance);
    }

    private List<(Product Product, float Share)> Match(Intent intent)
    {
        var kept = new List<(Product, float)>();
        if (intent.Query is { } query)
            return MatchQuery(query, intent.Filters);
        foreach (var product in products)
        {
            if (intent.CategorySlot is { } category && IsBelow(product.CategorySlot, category) && Satisfies(product, intent.Filters))
                kept.Add((product, 1f));
        }

        return kept;
    }

    private List<(Product Product, float Share)> MatchQuery(string query, Filters filters)
    {
        _query.Read(query, snapshot);
        var terms = new List<string>();
        for (var t = 0; t < _query.Count; t++)
        {
            // A word that no product holds tells none from another.
            if (snapshot.Frequencies.MayHold(_query.Ids[t]))
                terms.Add(_query.WordAt(t));
        }

        if (terms.Count == 0)
            return [];
        var impacts = ImpactsOf(terms);
        var idfs = new float[terms.Count];
        var whole = 0f;
        for (var t = 0; t < terms.Count; t++)
        {
            idfs[t] = snapshot.Frequencies.IdfOf(snapshot.Terms.Find(terms[t]));
            whole += idfs[t];
        }

        var (all, some) = (new List<(Product, float)>(), new List<(Product, float)>());
        foreach (var (product, held) in impacts)
        {
            if (!Satisfies(product, filters))
                continue;
            var (sum, heldIdf) = (0f, 0f);
            for (var t = 0; t < terms.Count; t++)
            {
                sum += held[t] > 0 ? idfs[t] * Impact.Step * held[t] : 0;
                heldIdf += held[t] > 0 ? idfs[t] : 0;
            }

            if (heldIdf >= whole)
                all.Add((product, sum / whole));
            if (heldIdf > 0 && heldIdf >= (float)(policy.Retrieval.Share * whole))
                some.Add((product, sum / whole));
        }

        return all.Count > 0 && all.Count >= policy.Retrieval.Enough ? all : some;
    }

    private List<(Product Product, byte[] Impacts)> ImpactsOf(List<string> terms)
    {
        var rows = new List<(Product, byte[])>();
        foreach (var product in products)
        {
            var weighted = new double[terms.Count];
            for (var field = 0; field < Impact.Fields; field++)
                AddField(ProductText.Of(product, snapshot.FindCategory(product.CategorySlot)!.Path, (Field)field), (Field)field, terms, weighted);
            rows.Add((product, Array.ConvertAll(weighted, static w => w > 0 ? Impact.Of(w) : (byte)0)));
        }

        return rows;
    }

    private void AddField(string text, Field field, List<string> terms, double[] weighted)
    {
        var words = _fields.Read(text);
        for (var t = 0; t < terms.Count; t++)
        {
            var occurrences = 0f;
            foreach (var (word, times) in words)
                occurrences += string.Equals(word, terms[t], StringComparison.Ordinal) ? times : 0;
            if (occurrences > 0)
                weighted[t] += Impact.Weighted(field, occurrences, _fields.Length);
        }
    }

    private bool Satisfies(Product product, Filters filters)
    {
        var seller = snapshot.FindSeller(product.SellerSlot)!;
        if (filters.CategorySlot is { } category && !IsBelow(product.CategorySlot, category))
            return false;
        if (filters.CheckedOnly && !seller.IsCheckedOn(today))
            return false;
        if (filters.MaxMoq is { } moq && (product.Moq is null || product.Moq > moq))
            return false;
        if (filters.MaxPriceMicros is { } price && (product.Price is null || product.Price.Currency != filters.Currency || product.Price.MinMicros > price))
            return false;
        return filters.Countries.Count == 0 || IsAmong(seller.Country, filters.Countries);
    }

    private static bool IsAmong(string country, IReadOnlyList<string> countries)
    {
        foreach (var wanted in countries)
        {
            if (string.Equals(wanted, country, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private bool IsBelow(int category, int root)
    {
        for (var at = category; at >= 0; at = snapshot.FindCategory(at)!.ParentSlot)
        {
            if (at == root)
                return true;
        }

        return false;
    }
}
