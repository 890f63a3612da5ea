namespace Saima.Engine.Text;

/// <summary>Do some neighbouring chunks stand for one thing: a number and its unit, a model number with a gap, a measure with x?</summary>
internal static class Forms
{
    /// <summary>Characters of the longest form.</summary>
    public const int Longest = 64;

    private const int MostMeasures = 4;

    /// <summary>The form that begins at a chunk.</summary>
    /// <param name="reader">Read the chunks.</param>
    /// <param name="chunks">Their numbers in the order of the text; below 0 = the end of a line.</param>
    /// <param name="index">The first chunk.</param>
    /// <param name="form">Takes the form; at least <see cref="Longest"/> characters.</param>
    /// <returns>Characters of the form, 0 = there is none, and how many chunks it takes.</returns>
    public static (int Length, int Chunks) From(ChunkReader reader, List<int> chunks, int index, Span<char> form)
    {
        if (index + 1 >= chunks.Count || chunks[index + 1] < 0)
            return (0, 0);
        var (first, second) = (reader.At(chunks[index]), reader.At(chunks[index + 1]));
        if (first.Is(ChunkTraits.Number) && second.Is(ChunkTraits.Unit) && !IsAmong(reader, chunks, index + 1))
            return (Quantity.Of(TextOf(reader, chunks[index]), TextOf(reader, chunks[index + 1]), form), 2);
        if (first.Is(ChunkTraits.Code) && second.Is(ChunkTraits.Times))
            return Measures(reader, chunks, index, form);
        const ChunkTraits part = ChunkTraits.Code | ChunkTraits.Letters;
        if (!first.Is(part) || !second.Is(part) || !(first.Is(ChunkTraits.Code) || second.Is(ChunkTraits.Code)))
            return (0, 0);
        if (first.Is(ChunkTraits.Number) && (second.Is(ChunkTraits.Number) || second.Is(ChunkTraits.Letters)))
            return (0, 0);
        return (Append(reader, chunks[index + 1], form, Append(reader, chunks[index], form, 0)), 2);
    }

    // "2 in 1" is not two inches.
    private static bool IsAmong(ChunkReader reader, List<int> chunks, int unit) =>
        TextOf(reader, chunks[unit]) is "in" && unit + 1 < chunks.Count && chunks[unit + 1] >= 0 && reader.At(chunks[unit + 1]).Is(ChunkTraits.Code);

    // M3 x 10, 160 x 200 x 30.
    private static (int Length, int Chunks) Measures(ChunkReader reader, List<int> chunks, int index, Span<char> form)
    {
        var (length, last) = (Append(reader, chunks[index], form, 0), index);
        for (var n = 1; n < MostMeasures && last + 2 < chunks.Count && chunks[last + 1] >= 0 && chunks[last + 2] >= 0; n++)
        {
            if (!reader.At(chunks[last + 1]).Is(ChunkTraits.Times) || !reader.At(chunks[last + 2]).Is(ChunkTraits.Code))
                break;
            form[length++] = 'x';
            length = Append(reader, chunks[last + 2], form, length);
            last += 2;
        }

        return last == index ? (0, 0) : (length, last - index + 1);
    }

    private static int Append(ChunkReader reader, int chunk, Span<char> form, int length) => length + TextOf(reader, chunk).ToLowerInvariant(form[length..]);

    private static ReadOnlySpan<char> TextOf(ChunkReader reader, int chunk) => Quantity.Strip(reader.TextOf(chunk));
}
