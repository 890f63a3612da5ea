namespace Saima.Api.Catalogue;

/// <summary>Since when is it gone?</summary>
/// <param name="Sequence">The catalogue's sequence that holds the deletion: an answer whose <c>catalogueThrough</c> has reached it knows of it.</param>
public sealed record DeletedAnswer(long Sequence);
