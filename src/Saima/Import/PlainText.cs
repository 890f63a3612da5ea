using System.Net;
using System.Text;

namespace Saima.Import;

/// <summary>What remains of a text when only its words are wanted?</summary>
public static class PlainText
{
    /// <summary>Control characters and runs of white space become one space; nothing stands at the ends.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Without HTML tags and with character references resolved: <c>Core&amp;trade;2&lt;br /&gt;Duo</c> reads <c>Core™2 Duo</c>.</summary>
    public static string WithoutTags(string text)
    {
        var words = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var end = IsTag(text, at) ? text.IndexOf('>', at) : -1;
            words.Append(end < 0 ? text[at] : ' ');
            at = end < 0 ? at + 1 : end + 1;
        }

        return OneLine(WebUtility.HtmlDecode(words.ToString()));
    }

    /// <summary>At most <paramref name="longest"/> UTF-16 units, ending with a whole word where one ends in the last third.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var border = text.LastIndexOf(' ', longest);
        var end = border > longest * 2 / 3 ? border : longest;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd(' ', ',', ';');
    }

    /// <summary>"a &lt; b" is no tag: one starts with a letter or a slash right after the bracket.</summary>
    private static bool IsTag(string text, int at) =>
        text[at] == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/');
}
