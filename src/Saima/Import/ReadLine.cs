namespace Saima.Import;

/// <summary>One line of a file, understood as a record or not.</summary>
/// <param name="Record">The record; null if <paramref name="Fault"/> says why there is none.</param>
/// <param name="Line">The bytes it was read from.</param>
public sealed record ReadLine(SourceLine Line, SourceRecord? Record, string? Fault);
