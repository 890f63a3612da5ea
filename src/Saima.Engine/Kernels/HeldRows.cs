namespace Saima.Engine.Kernels;

/// <summary>Which of these rows are set in a map of one bit a row?</summary>
/// <remarks>
/// Whether the next row is set cannot be predicted, so nothing branches on it: every row is written, and the place of the next one
/// moves on by 0 or 1.
/// </remarks>
public static class HeldRows
{
    /// <summary>Writes the indices of the rows whose bit is set.</summary>
    /// <param name="rows">Rows, each below 64 × the number of words.</param>
    /// <param name="bits">Bit r of word r ÷ 64 is row r.</param>
    /// <param name="kept">At least as long as the rows.</param>
    /// <returns>How many.</returns>
    public static int Of(ReadOnlySpan<int> rows, ReadOnlySpan<ulong> bits, Span<int> kept)
    {
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            kept[count] = i;
            count += (int)((bits[rows[i] >> 6] >> rows[i]) & 1);
        }

        return count;
    }

    /// <summary>Writes rows and impacts of the postings whose row is set.</summary>
    /// <param name="postings">Row in the upper 24 bits, impact in the lower 8.</param>
    /// <param name="bits">Bit r of word r ÷ 64 is row r.</param>
    /// <param name="rows">At least as long as the postings.</param>
    /// <param name="impacts">At least as long as the postings.</param>
    /// <returns>How many.</returns>
    public static int OfPostings(ReadOnlySpan<uint> postings, ReadOnlySpan<ulong> bits, Span<int> rows, Span<byte> impacts)
    {
        var count = 0;
        foreach (var posting in postings)
        {
            var row = (int)(posting >> 8);
            rows[count] = row;
            impacts[count] = (byte)posting;
            count += (int)((bits[row >> 6] >> row) & 1);
        }

        return count;
    }
}
