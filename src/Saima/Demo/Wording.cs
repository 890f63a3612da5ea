using System.Text;

namespace Saima.Demo;

/// <summary>How does a pattern read with its words filled in?</summary>
internal static class Wording
{
    private static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal) { "and", "for", "from", "the", "with", "not" };

    /// <summary>The pattern with every word in braces replaced.</summary>
    /// <exception cref="KeyNotFoundException">The pattern asks for a word that is not there: a mistake in a file of the demo.</exception>
    public static string Fill(string pattern, IReadOnlyDictionary<string, string> words)
    {
        var text = new StringBuilder(pattern.Length * 2);
        var at = 0;
        for (var open = pattern.IndexOf('{'); open >= 0; open = pattern.IndexOf('{', at))
        {
            var close = pattern.IndexOf('}', open);
            text.Append(pattern, at, open - at).Append(words[pattern[(open + 1)..close]]);
            at = close + 1;
        }

        return text.Append(pattern, at, pattern.Length - at).ToString();
    }

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Headline Capitals, as some suppliers write them: not the small words, not what holds a capital or a digit, not units.</summary>
    public static string Headline(string text) =>
        string.Join(' ', text.Split(' ').Select(word => word.Length > 2 && !SmallWords.Contains(word) && word.All(IsPlain) ? Capital(word) : word));

    private static bool IsPlain(char letter) => char.IsAsciiLetterLower(letter) || letter is '-' or ',' or '\'';
}
