using Saima.Engine.Retrieval;

namespace Saima.Engine.Explain;

/// <summary>What did a query ask of a product, and how were its words read?</summary>
/// <param name="Terms">Which of its terms the product holds; null if that cannot be told any more.</param>
/// <param name="Corrections">Words that were taken for others.</param>
/// <param name="Translations">Words that were translated.</param>
/// <param name="Relaxed">Terms that not every match holds.</param>
public sealed record QueryExplanation(
    HeldTerms? Terms, IReadOnlyList<Correction> Corrections, IReadOnlyList<Translation> Translations, IReadOnlyList<string> Relaxed);

/// <summary>Which terms of a query does a product hold? Every term stands in one of the lists, in the query's order.</summary>
/// <param name="Held">Those it holds.</param>
/// <param name="Lacked">Those it does not.</param>
public sealed record HeldTerms(IReadOnlyList<string> Held, IReadOnlyList<string> Lacked);
