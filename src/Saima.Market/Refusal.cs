namespace Saima.Market;

/// <summary>Why was this not taken? One reason, with the place that it is about.</summary>
/// <param name="Line">1-based line of the bulk body (in a JSON array: 1-based number of the element); 0 if there was no bulk body.</param>
/// <param name="Id">The id that the refused document named, or null if none could be read.</param>
/// <param name="Field">Path of the field, such as <c>price.min</c> or <c>keywords[3]</c>; <c>$</c> is the document as a whole.</param>
/// <param name="Message">The reason in words, made to follow the field's name: <c>must be 1 to 500 characters</c>.</param>
public sealed record Refusal(int Line, string? Id, string Field, string Message)
{
    /// <summary>The field's name for the document as a whole.</summary>
    public const string Whole = "$";
}
