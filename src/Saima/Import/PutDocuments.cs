namespace Saima.Import;

/// <summary>The door to a market: takes documents of the contract, one UTF-8 JSON object each, and says what became of them. Each document's memory
/// is its own and stays valid.</summary>
public delegate Task<PutAnswer> PutDocuments(DocumentKind kind, IAsyncEnumerable<ReadOnlyMemory<byte>> documents, CancellationToken cancellation);
