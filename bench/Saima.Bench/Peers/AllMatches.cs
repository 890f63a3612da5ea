using Lucene.Net.Index;
using Lucene.Net.Search;
using Saima.Engine.Retrieval;

namespace Saima.Bench.Peers;

/// <summary>Every match of a search with its BM25 score, as our race takes it.</summary>
/// <param name="rowByDocument">Where the document of a number stands in the epoch.</param>
internal sealed class AllMatches(int[] rowByDocument) : ICollector
{
    private const float Least = 1e-6f;

    private Matches _matches = null!;
    private Scorer _scorer = null!;
    private float _highest;
    private int _first;

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>Begins a search.</summary>
    /// <param name="matches">Where they go.</param>
    /// <param name="highest">What no score exceeds: a score divided by it is the share of a match.</param>
    public void Start(Matches matches, float highest)
    {
        matches.Clear();
        (_matches, _highest) = (matches, highest);
    }

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => _first = context.DocBase;

    public void Collect(int doc) => Add(_first + doc, _scorer.GetScore());

    /// <summary>Takes one match.</summary>
    public void Add(int document, float score) => _matches.Add(rowByDocument[document], Math.Clamp(score / _highest, Least, 1));
}
