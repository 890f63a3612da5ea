namespace Saima.Engine.Text;

/// <summary>In which script is a character written? Only as fine as reading needs it.</summary>
internal static class Script
{
    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or >= '\uf900' and <= '\ufaff';

    /// <summary>Japanese syllables and Korean: near Han they say that a run is not Chinese.</summary>
    public static bool IsKanaOrHangul(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\uac00' and <= '\ud7af' or >= '\u1100' and <= '\u11ff' or >= '\uff66' and <= '\uff9f';

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04ff';

    public static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06ff' or >= '\u0750' and <= '\u077f' or >= '\ufb50' and <= '\ufdff' or >= '\ufe70' and <= '\ufeff';

    public static bool IsLatin(char c) => char.IsAsciiLetter(c) || (c is >= '\u00c0' and <= '\u024f' && char.IsLetter(c));

    /// <summary>The script of a whole word of one script, 0 if it is of several, holds anything but letters, or has no spelling (Han and its kin).</summary>
    public static int OfWord(ReadOnlySpan<char> word)
    {
        var script = word.IsEmpty ? 0 : Of(word[0]);
        foreach (var c in word)
        {
            if (Of(c) != script)
                return 0;
        }

        return script;
    }

    private static int Of(char c) => c switch
    {
        _ when IsLatin(c) => 1,
        _ when IsCyrillic(c) => 2,
        _ when IsArabic(c) => 3,
        _ when !char.IsLetter(c) || c >= '\u0900' => 0,
        _ => 4 + (c >> 7), // Greek, Armenian, Hebrew …
    };
}
