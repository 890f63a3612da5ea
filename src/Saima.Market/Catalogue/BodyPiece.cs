namespace Saima.Market.Catalogue;

/// <summary>One document's bytes in a bulk body, or what is wrong with them.</summary>
/// <param name="Line">1-based line, or number of the element in an array.</param>
/// <param name="Utf8">The bytes; with a fault, as far as they were kept.</param>
/// <param name="Fault">Null if the bytes are whole.</param>
internal readonly record struct BodyPiece(int Line, ReadOnlyMemory<byte> Utf8, string? Fault);
