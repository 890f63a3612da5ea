using System.Globalization;
using Lucene.Net.Analysis.Miscellaneous;

namespace Saima.Engine.Text;

/// <summary>Here is a chunk; which runs of letters and digits are in it, in small letters and without accents, their endings kept?</summary>
/// <remarks>Dictionaries are looked up with these. What stands before an apostrophe is an article (d'angle, dell'acqua) if it is short.</remarks>
internal sealed class PlainWords
{
    private const int LongestArticle = 5;

    private readonly List<(int Start, int Length)> _words = [];
    private char[] _small = new char[64];
    private char[] _folded = new char[256];

    public int Count => _words.Count;

    public ReadOnlySpan<char> this[int index] => _folded.AsSpan(_words[index].Start, _words[index].Length);

    /// <summary>All words put together; valid until the next reading.</summary>
    public int Join(Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < Count; i++)
        {
            if (length + this[i].Length > into.Length)
                return 0;
            this[i].CopyTo(into[length..]);
            length += this[i].Length;
        }

        return length;
    }

    public void Read(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length > _small.Length)
            (_small, _folded) = (new char[chunk.Length * 2], new char[chunk.Length * 8]);
        var length = 0;
        foreach (var c in chunk)
        {
            if (char.IsAscii(c) || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                _small[length++] = c is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);
        }

        length = ASCIIFoldingFilter.FoldToASCII(_small, 0, _folded, 0, length);
        Cut(length);
    }

    private void Cut(int length)
    {
        _words.Clear();
        for (var start = 0; start < length;)
        {
            var end = start;
            while (end < length && (char.IsLetterOrDigit(_folded[end]) || char.IsSurrogate(_folded[end])))
                end++;
            if (end > start && !IsArticle(start, end, length))
                _words.Add((start, end - start));
            start = end + 1;
        }
    }

    private bool IsArticle(int start, int end, int length) =>
        end - start <= LongestArticle && end + 2 < length && _folded[end] == '\'' && char.IsLetter(_folded[end + 1]) && char.IsLetter(_folded[end + 2]);
}
