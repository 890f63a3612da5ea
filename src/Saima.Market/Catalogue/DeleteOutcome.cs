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
