using System.Globalization;
using System.Text;
using Saima.Market;

namespace Saima.Import;

/// <summary>Which id of the contract does a name get, the same one every time?</summary>
public static class Slug
{
    private const int Longest = CallerId.MaxLength;

    /// <summary>Lower case, accents dropped, everything else between the words a hyphen: <c>Vogel's Höfe</c> is <c>vogel-s-hofe</c>. A name that loses
    /// letters on the way (another script, or too long) keeps apart from its neighbours by eight digits of its hash.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        var lost = false;
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':')
                slug.Append(char.ToLowerInvariant(letter));
            else if (char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            lost |= letter > 127 && char.IsLetterOrDigit(letter);
        }

        var plain = slug.ToString().Trim('-');
        if (!lost && plain.Length is > 0 and <= Longest)
            return plain;
        return $"{PlainText.Cut(plain, Longest - 9).Trim('-')}-{Hash(name):x8}".TrimStart('-');
    }

    /// <summary>FNV-1a, because <see cref="string.GetHashCode()"/> differs in every process.</summary>
    private static uint Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var unit in Encoding.UTF8.GetBytes(name))
            hash = unchecked((hash ^ unit) * 16777619u);
        return hash;
    }
}
