namespace Saima.Engine.Kernels;

/// <summary>Adds one term's inverted list to what is known of the rows so far.</summary>
public static class AddImpacts
{
    /// <summary>For every row of the list: impact × idf to its sum, idf to what it holds; rows seen first are noted.</summary>
    /// <remarks>
    /// Scalar only: a scatter to unordered rows has no vector form on this hardware, and sums must be added term by term in the
    /// query's order so that the slow twin gets the same bits.
    /// </remarks>
    /// <param name="rows">Rows of the list.</param>
    /// <param name="impacts">Impact of the term in each, in steps.</param>
    /// <param name="idf">The term's inverse document frequency, > 0.</param>
    /// <param name="at">What is added to a row to make it global, and how many rows are noted already.</param>
    /// <param name="sums">By global row: impacts and idf held; and the rows noted.</param>
    /// <returns>How many rows are noted now.</returns>
    public static int To(
        ReadOnlySpan<int> rows, ReadOnlySpan<byte> impacts, float idf, (int Offset, int Touched) at, (float[] Impacts, float[] Held, int[] Touched) sums)
    {
        var (offset, touched) = at;
        var (sum, held, noted) = sums;
        var worth = idf * Text.Impact.Step;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = offset + rows[i];
            if (held[row] == 0)
                noted[touched++] = row;
            sum[row] += worth * impacts[i];
            held[row] += idf;
        }

        return touched;
    }
}
