namespace Saima.Market;

/// <summary>May these characters stand in the market's texts, and what do they look like when they do?</summary>
/// <remarks>
/// Surrounding white space is cut off. In texts of one line, tab and line breaks become one space each; texts of many lines keep
/// them. Every other control character refuses the text: it has no look on a page and breaks files and terminals.
/// Lengths are counted in UTF-16 code units, as C# and JavaScript count.
/// </remarks>
public static class PlainText
{
    /// <summary>The text as it is kept, or null with the <paramref name="fault"/> that refuses it.</summary>
    public static string? Clean(string text, int minLength, int maxLength, bool manyLines, out string? fault)
    {
        var clean = (manyLines ? text : OneLine(text)).Trim();
        fault = clean.Length < minLength || clean.Length > maxLength ? LengthFault(minLength, maxLength)
            : HasControl(clean) ? "must not contain control characters"
            : null;
        return fault is null ? clean : null;
    }

    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\t', '\n', '\r') < 0
            ? text
            : text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');

    private static bool HasControl(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r'))
                return true;
        }

        return false;
    }

    private static string LengthFault(int minLength, int maxLength) =>
        minLength == 0 ? $"must be at most {maxLength} characters" : $"must be {minLength} to {maxLength} characters";
}
