namespace Saima.Import;

/// <summary>One value of a source record as plain text; was it a JSON <c>false</c>?</summary>
public readonly record struct SourceValue(string Text, bool IsFalse);
