using System.Globalization;

namespace Saima.Engine.Text;

/// <summary>Here is a number with a unit, however it was written; which one term stands for it?</summary>
/// <remarks>Lengths in mm, masses in g, volumes in ml, power in W …: <c>43.2 cm</c>, <c>43,2cm</c> and <c>432 mm</c> are all <c>432mm</c>. Inches stay inches.</remarks>
internal static class Quantity
{
    /// <summary>Characters of the longest term.</summary>
    public const int LongestTerm = 40;

    private const int LongestNumber = 12;

    /// <summary>The chunk without brackets and marks around it; signs of feet and inches stay.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> chunk) => chunk.TrimStart("([{<>~±≤≥«„“‘=*#+").TrimEnd(")]}>,;:.!?»*");

    /// <summary>The term of a chunk that is a number and a unit; 0 characters if it is not.</summary>
    public static int OfChunk(ReadOnlySpan<char> stripped, Span<char> term)
    {
        var end = NumberEnd(stripped);
        var unit = stripped[end..];
        if (unit.Length > 1 && unit[0] == '-')
            unit = unit[1..];
        return end == 0 || unit.IsEmpty ? 0 : Of(stripped[..end], unit, term);
    }

    /// <summary>The term of a number and a unit that stand beside each other; 0 characters if they are not.</summary>
    public static int Of(ReadOnlySpan<char> number, ReadOnlySpan<char> unit, Span<char> term)
    {
        Span<char> small = stackalloc char[Units.Longest];
        if (unit.Length > small.Length || !TryNumber(number, out var value))
            return 0;
        if (!Units.TryFind(small[..unit.ToLowerInvariant(small)], out var usual, out var factor))
            return 0;
        value *= factor;
        if (value >= 1_000_000_000 || !value.TryFormat(term, out var length, "0.####", CultureInfo.InvariantCulture))
            return 0;
        usual.CopyTo(term[length..]);
        return length + usual.Length;
    }

    /// <summary>True if it is a number and nothing else.</summary>
    public static bool IsNumber(ReadOnlySpan<char> stripped) => !stripped.IsEmpty && NumberEnd(stripped) == stripped.Length && TryNumber(stripped, out _);

    /// <summary>True if it is written like a unit.</summary>
    public static bool IsUnit(ReadOnlySpan<char> stripped)
    {
        Span<char> small = stackalloc char[Units.Longest];
        return stripped.Length <= small.Length && Units.TryFind(small[..stripped.ToLowerInvariant(small)], out _, out _);
    }

    private static int NumberEnd(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (end > 0 && text[end] is '.' or ',' or '/')))
            end++;
        return end > 0 && char.IsAsciiDigit(text[end - 1]) ? end : 0;
    }

    // A comma before exactly three digits parts thousands (1,500 W), any other is a decimal comma (1,5 kW).
    private static bool TryNumber(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (text.Length > LongestNumber)
            return false;
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            if (!TryPlain(text[..slash], out var above) || !TryPlain(text[(slash + 1)..], out var below) || below == 0)
                return false;
            value = above / below;
            return true;
        }

        var comma = text.IndexOf(',');
        if (comma < 0)
            return TryPlain(text, out value);
        if (text.Length - comma == 4 && text[0] != '0')
            return decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        Span<char> point = stackalloc char[LongestNumber];
        text.Replace(point, ',', '.');
        return TryPlain(point[..text.Length], out value);
    }

    private static bool TryPlain(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
}
