using System.Buffers;

namespace Saima.Market;

/// <summary>Is this text an id that a caller may give: 1–64 of <c>A–Z a–z 0–9 . _ : -</c>?</summary>
/// <remarks>The slash is not among them: an id is one segment of an address.</remarks>
public static class CallerId
{
    public const int MaxLength = 64;

    /// <summary>What a refusal says about any other text.</summary>
    public const string Rule = "must be 1 to 64 of A-Z a-z 0-9 . _ : -";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxLength && text.IndexOfAnyExcept(Allowed) < 0;
}
