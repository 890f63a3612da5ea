namespace Saima.Import;

/// <summary>What became of a stream of documents?</summary>
/// <param name="Accepted">Documents that were new or changed something.</param>
/// <param name="Unchanged">Documents that stood there already, word for word.</param>
/// <param name="Rejected">Documents that were refused, all of them.</param>
/// <param name="Refusals">Why; <see cref="LineFault.Line"/> counts the documents of the stream from 1. May hold fewer than <paramref name="Rejected"/>.</param>
public sealed record PutAnswer(long Accepted, long Unchanged, long Rejected, IReadOnlyList<LineFault> Refusals)
{
    public static readonly PutAnswer Nothing = new(0, 0, 0, []);
}
