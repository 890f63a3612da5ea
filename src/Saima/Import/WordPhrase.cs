using System.Text;

namespace Saima.Import;

/// <summary>Do these words stand side by side in a text?</summary>
/// <remarks><c>toner cartridge</c> is found as whole words. A star lifts the border of a word (<c>cartridge*</c> also finds <c>cartridges</c>,
/// <c>*泵</c> finds it inside) and in the middle lets anything stand between (<c>usb*cable</c>). Case and punctuation do not count.</remarks>
public sealed class WordPhrase
{
    private readonly string[] _parts;

    public WordPhrase(string phrase)
    {
        var pieces = phrase.Split('*').Select(piece => Normalise(piece).Trim()).ToArray();
        var startsWithWord = pieces[0].Length > 0;
        _parts = [.. pieces.Index().Where(piece => piece.Item.Length > 0).Select(piece =>
            (startsWithWord ? " " : "") + piece.Item + (piece.Index == pieces.Length - 1 ? " " : ""))];
    }

    /// <summary>True if the text holds the phrase.</summary>
    /// <param name="normalised">What <see cref="Normalise"/> made of the text.</param>
    public bool IsIn(string normalised)
    {
        var from = 0;
        foreach (var part in _parts)
        {
            var at = normalised.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0)
                return false;
            from = at + part.Length - (part[^1] == ' ' ? 1 : 0);
        }

        return true;
    }

    /// <summary>Lower case, letters and digits only, one space around every word.</summary>
    public static string Normalise(string text)
    {
        var words = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                words.Append(char.ToLowerInvariant(letter));
            else if (words[^1] != ' ')
                words.Append(' ');
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}
