namespace Saima.Import;

/// <summary>What is wrong with which field of a record?</summary>
public sealed record FieldFault(string Field, string Message);
