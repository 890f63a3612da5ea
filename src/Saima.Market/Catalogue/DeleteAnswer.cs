namespace Saima.Market.Catalogue;

/// <summary>What became of a deletion?</summary>
/// <param name="Sequence">The catalogue's sequence that holds the deletion, or the present one if nothing was deleted.</param>
/// <param name="LiveProducts">How many products stood in the way.</param>
public sealed record DeleteAnswer(DeleteOutcome Outcome, long Sequence, int LiveProducts = 0);
