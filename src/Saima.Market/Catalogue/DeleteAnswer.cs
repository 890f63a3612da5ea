namespace Saima.Market.Catalogue;

/// <summary>How can a deletion end?</summary>
public enum DeleteOutcome
{
    Deleted,

    /// <summary>No live row has this id (or it belongs to another supplier than the key).</summary>
    NotFound,

    /// <summary>The supplier still has live products; they have to go first.</summary>
    HasProducts,
}

/// <summary>What became of a deletion?</summary>
/// <param name="Sequence">The catalogue's sequence that holds the deletion, or the present one if nothing was deleted.</param>
/// <param name="LiveProducts">How many products stood in the way.</param>
public sealed record DeleteAnswer(DeleteOutcome Outcome, long Sequence, int LiveProducts = 0);
