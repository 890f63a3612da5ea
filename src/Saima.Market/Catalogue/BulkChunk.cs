namespace Saima.Market.Catalogue;

/// <summary>Lines of a bulk body that are written together, and where their outcome is counted.</summary>
internal sealed record BulkChunk<TDocument>(IReadOnlyList<(int Line, TDocument Document)> Lines, BulkTally Tally);
