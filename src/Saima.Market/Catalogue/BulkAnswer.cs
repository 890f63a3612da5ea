namespace Saima.Market.Catalogue;

/// <summary>What became of a bulk body?</summary>
/// <param name="Accepted">Lines that the catalogue now holds as they were sent; <c>accepted + rejected</c> is the number of lines unless an atomic call was refused.</param>
/// <param name="Unchanged">Those of the accepted that it held already: nothing was written for them.</param>
/// <param name="Rejected">Lines that were refused, exact.</param>
/// <param name="Errors">The first 1,000 reasons, in order of line within each chunk of lines.</param>
/// <param name="ErrorCount">All reasons, exact; one line may have several.</param>
/// <param name="Sequence">The catalogue's sequence that holds everything accepted.</param>
public sealed record BulkAnswer(int Accepted, int Unchanged, int Rejected, IReadOnlyList<Refusal> Errors, int ErrorCount, long Sequence)
{
    public const int MaxErrors = 1_000;
}
