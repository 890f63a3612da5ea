namespace Saima.Import;

/// <summary>Of which kind are the documents of a stream?</summary>
public enum DocumentKind { Category, Seller, Product }

/// <summary>What became of a stream of documents?</summary>
/// <param name="Accepted">Documents that were new or changed something.</param>
/// <param name="Unchanged">Documents that stood there already, word for word.</param>
/// <param name="Rejected">Documents that were refused, all of them.</param>
/// <param name="Refusals">Why; <see cref="LineFault.Line"/> counts the documents of the stream from 1. May hold fewer than <paramref name="Rejected"/>.</param>
public sealed record PutAnswer(long Accepted, long Unchanged, long Rejected, IReadOnlyList<LineFault> Refusals)
{
    public static readonly PutAnswer Nothing = new(0, 0, 0, []);
}

/// <summary>The door to a market: takes documents of the contract, one UTF-8 JSON object each, and says what became of them. Each document's memory
/// is its own and stays valid.</summary>
public delegate Task<PutAnswer> PutDocuments(DocumentKind kind, IAsyncEnumerable<ReadOnlyMemory<byte>> documents, CancellationToken cancellation);
