namespace Saima.Market.Catalogue;

/// <summary>One line of a bulk body: the document that it holds, or every reason against it.</summary>
public sealed record BulkItem<TDocument>(int Line, TDocument? Document, IReadOnlyList<Refusal> Refusals)
    where TDocument : class;
