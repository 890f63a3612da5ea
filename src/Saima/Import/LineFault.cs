namespace Saima.Import;

/// <summary>Which line of the file stayed outside, and why?</summary>
/// <param name="Line">1 for the first line of the file.</param>
/// <param name="Id">The record's id, if it has one that can be read.</param>
/// <param name="Field">Path of the field in the contract's document; empty = the line as a whole.</param>
public sealed record LineFault(long Line, string? Id, string Field, string Message)
{
    public override string ToString() =>
        $"line {Line}{(Id is null ? "" : $", id {Id}")}: {(Field.Length == 0 ? "" : $"{Field}: ")}{Message}";
}
