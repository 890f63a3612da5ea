namespace Saima.Api.Problems;

/// <summary>What is wrong with which field of a call?</summary>
/// <param name="Field">Its path, such as <c>intent.filters.maxMoq</c>; <c>$</c> is the body as a whole.</param>
/// <param name="Message">The reason, made to follow the field's name: <c>must be a whole number from 1 to 200</c>.</param>
public sealed record FieldError(string Field, string Message)
{
    /// <summary>The field's name for the body as a whole.</summary>
    public const string Whole = "$";
}
