using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Saima.Bench.World;
using Saima.Engine.Retrieval;

namespace Saima.Bench.Peers;

/// <summary>Lucene.Net over the same catalogue: which products does it find, and with what BM25 score?</summary>
/// <remarks>
/// One segment, one field with the terms of our own analyser, memory mapped. All terms are required; when fewer than 48 products hold
/// them, 0.6 of them. Documents lie in order of slot: the index is written by one thread, and merged in order.
/// </remarks>
public sealed class LucenePeer : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Field = "text";
    private const double BufferMegabytes = 512;
    private const int Enough = 48;
    private const float Bm25Reach = 2.2f; // k₁ + 1: tf ÷ (tf + …) × (k₁ + 1) stays below

    private readonly OwnTerms _terms = new();
    private readonly MMapDirectory _folder;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly AllMatches _all;

    private LucenePeer(MMapDirectory folder, int[] rowBySlot)
    {
        _folder = folder;
        _reader = DirectoryReader.Open(folder);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
        _all = new AllMatches(rowBySlot);
    }

    /// <summary>Indexes the whole catalogue into a folder.</summary>
    public static LucenePeer Build(CatalogueWorld world, int[] rowBySlot, DirectoryInfo folder)
    {
        using var terms = new OwnTerms();
        var directory = new MMapDirectory(folder);
        using (var analyser = new WhitespaceAnalyzer(Version))
        {
            var options = new IndexWriterConfig(Version, analyser)
            {
                Similarity = new BM25Similarity(),
                RAMBufferSizeMB = BufferMegabytes,
                MergePolicy = new LogDocMergePolicy(), // keeps documents in order
            };
            using var writer = new IndexWriter(directory, options);
            for (var number = 0; number < world.Count; number++)
            {
                var product = world.At(number);
                var text = ListingText.Of(product, world.Categories[product.CategorySlot].Path).Whole();
                writer.AddDocument([new TextField(Field, string.Join(' ', terms.Of(text)), Lucene.Net.Documents.Field.Store.NO)]);
            }

            writer.ForceMerge(1);
        }

        return new LucenePeer(directory, rowBySlot);
    }

    /// <summary>All products that match.</summary>
    public void FindAll(string text, Matches matches)
    {
        var terms = Terms(text);
        _all.Start(matches, Highest(terms));
        _searcher.Search(Whole(terms), _all);
        if (matches.Count >= Enough)
            return;
        _all.Start(matches, Highest(terms));
        _searcher.Search(Most(terms), _all);
    }

    /// <summary>The best by BM25, at most so many.</summary>
    public void FindBest(string text, int count, Matches matches)
    {
        var terms = Terms(text);
        var best = _searcher.Search(Whole(terms), count);
        if (best.TotalHits < Enough)
            best = _searcher.Search(Most(terms), count);
        _all.Start(matches, Highest(terms));
        foreach (var hit in best.ScoreDocs)
            _all.Add(hit.Doc, hit.Score);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Dispose();
        _terms.Dispose();
    }

    private List<Term> Terms(string text) => [.. _terms.Of(text).Distinct(StringComparer.Ordinal).Select(term => new Term(Field, term))];

    private float Highest(List<Term> terms)
    {
        var sum = 0.0;
        foreach (var term in terms)
        {
            var holders = _reader.DocFreq(term);
            sum += Math.Log(1 + (_reader.NumDocs - holders + 0.5) / (holders + 0.5)) * Bm25Reach;
        }

        return (float)sum;
    }

    private static BooleanQuery Whole(List<Term> terms) => Query(terms, Occur.MUST);

    private static BooleanQuery Most(List<Term> terms)
    {
        var query = Query(terms, Occur.SHOULD);
        query.MinimumNumberShouldMatch = (terms.Count * 3 + 4) / 5; // ⌈0.6 k⌉
        return query;
    }

    private static BooleanQuery Query(List<Term> terms, Occur occur)
    {
        var query = new BooleanQuery();
        foreach (var term in terms)
            query.Add(new TermQuery(term), occur);
        return query;
    }
}
