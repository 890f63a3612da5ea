namespace Saima.Import;

/// <summary>One line of a file as it stands there.</summary>
/// <param name="Number">1 for the first line; empty lines count, but are not given.</param>
/// <param name="Utf8">The line without its end; empty if <paramref name="Fault"/> says why it cannot be read.</param>
public sealed record SourceLine(long Number, ReadOnlyMemory<byte> Utf8, string? Fault);
