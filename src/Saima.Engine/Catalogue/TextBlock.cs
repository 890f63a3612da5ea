using System.Text;
using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>Texts as they lie in a file: all lengths, then all characters.</summary>
/// <param name="Lengths">By text.</param>
/// <param name="Characters">Of all, one after another.</param>
internal sealed record TextBlock(int[] Lengths, char[] Characters)
{
    public static TextBlock Read(BlockReader from) => new(from.Read<int>(), from.Read<char>());

    public static void Write(IReadOnlyList<string> texts, BlockWriter to)
    {
        var (lengths, all) = (new int[texts.Count], new StringBuilder());
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = texts[i].Length;
            all.Append(texts[i]);
        }

        to.Write<int>(lengths);
        to.Write<char>(all.ToString());
    }

    /// <summary>The texts; only of what has come through whole.</summary>
    public string[] ToStrings()
    {
        var (texts, at) = (new string[Lengths.Length], 0);
        for (var i = 0; i < texts.Length; at += Lengths[i++])
            texts[i] = new string(Characters, at, Lengths[i]);
        return texts;
    }

    /// <summary>Gives every text its number as a term, in order.</summary>
    public void AddTo(TermTable terms)
    {
        var at = 0;
        foreach (var length in Lengths)
        {
            terms.FindOrAdd(Characters.AsSpan(at, length));
            at += length;
        }
    }
}
