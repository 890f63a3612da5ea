using Saima.Engine;
using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Race;
using Saima.Engine.Retrieval;

namespace Saima.Bench.Relevance;

/// <summary>Before anybody has clicked: are our answers as good as those of a plain text search?</summary>
public sealed class Comparison
{
    private const int Draws = 10_000;
    private const int Seed = 20261122;

    private readonly RatedQueries _rated;
    private readonly Epoch _epoch;
    private readonly Dictionary<string, double> _reference;

    /// <summary>Takes a market that has learned nothing, and answers every rated query by text search.</summary>
    public Comparison(Epoch epoch, RatedQueries rated)
    {
        (_epoch, _rated) = (epoch, rated);
        var search = new Bm25();
        foreach (var product in epoch.Snapshot.LiveProductsInAnyOrder())
            search.Add(product.Id, TextOf(product));
        _reference = rated.Queries.ToDictionary(query => query, query => rated.NdcgAt10(query, search.Search(query)), StringComparer.Ordinal);
    }

    /// <summary>Mean NDCG@10 of the text search.</summary>
    public double Reference => _reference.Values.Average();

    /// <summary>NDCG@10 of the text search by query, in the order of the file.</summary>
    public double[] ReferenceByQuery => [.. _rated.Queries.Select(query => _reference[query])];

    public int Queries => _reference.Count;

    /// <summary>The rule as it is published, with its chance and its newcomers, over several visits a query.</summary>
    public (double Ndcg, PairedBootstrap Difference) AsServed(int visits) => Compare(_epoch.Policy, visits);

    /// <summary>The order by merit alone: no chance, no newcomers' places.</summary>
    public (double Ndcg, PairedBootstrap Difference) ByMerit() => Compare(
        _epoch.Policy with
        {
            Merit = _epoch.Policy.Merit with { Temperature = 0 },
            Newcomers = _epoch.Policy.Newcomers with { AttentionShare = 0 },
        },
        visits: 1);

    private (double Ndcg, PairedBootstrap Difference) Compare(Policy policy, int visits)
    {
        var epoch = new Epoch(_epoch.Snapshot, new Learner(new LearnerOptions()), policy, _epoch.Today);
        using var allocator = new Allocator();
        var ours = _rated.Queries.ToDictionary(
            query => query,
            query => Enumerable.Range(1, visits).Average(visit => _rated.NdcgAt10(query, PageOf(allocator, epoch, query, visit))),
            StringComparer.Ordinal);
        var differences = ours.Select(one => one.Value - _reference[one.Key]).ToList();
        return (ours.Values.Average(), PairedBootstrap.Of(differences, Draws, Seed));
    }

    private static IEnumerable<string> PageOf(Allocator allocator, Epoch epoch, string query, int visit)
    {
        var record = allocator.Allocate(epoch, new AllocationRequest { Intent = new Intent { Query = query }, VisitHash = visit });
        return record.Slots.Select(slot => epoch.Snapshot.FindProduct(slot.ProductSlot)!.Id);
    }

    private static string TextOf(Product product) =>
        string.Join(' ', [product.Title, .. product.Keywords, product.Description, .. product.Attributes.Select(attribute => attribute.Value)]);
}
