namespace Saima.Engine.Text;

/// <summary>The parts of a product's text, each with its own weight.</summary>
public enum Field { Title, Keywords, Category, Attributes, Description }

/// <summary>How much does a term in these places of a product say about it?</summary>
/// <remarks>
/// BM25F (Robertson, Zaragoza, Taylor, CIKM 2004): occurrences weighted by field and by the field's length against a fixed usual
/// length, summed, then saturated once. Lengths are fixed and not the catalogue's averages, so that an impact depends on its product
/// alone and a change of one product never moves another.
/// </remarks>
public static class Impact
{
    /// <summary>Occurrences at which the impact is one half.</summary>
    public const double Saturation = 1.2;

    /// <summary>What an occurrence counts, by field. Set by hand; what a search on rated queries found instead did worse on queries that it had not seen.</summary>
    internal static ReadOnlySpan<double> Weights => [2.5, 2.0, 1.5, 0.6, 0.8];

    /// <summary>Words that a field usually has.</summary>
    internal static ReadOnlySpan<double> UsualLengths => [14, 3, 4, 80, 40];

    /// <summary>How much the length matters, by field: 0 = not at all, 1 = an occurrence in a field of twice the usual length counts half.</summary>
    internal static ReadOnlySpan<double> LengthShares => [0.5, 0.3, 0.3, 0.75, 0.75];

    /// <summary>Number of fields.</summary>
    public static int Fields => Weights.Length;

    /// <summary>The field's part of a term's weighted occurrences.</summary>
    /// <param name="field">Where the term stands.</param>
    /// <param name="occurrences">How often it stands there, ≥ 0; a synonym counts for a part of an occurrence.</param>
    /// <param name="length">Words in the field, ≥ 0.</param>
    public static double Weighted(Field field, double occurrences, int length)
    {
        var share = LengthShares[(int)field];
        return Weights[(int)field] * occurrences / (1 - share + share * length / UsualLengths[(int)field]);
    }

    /// <summary>What one step of an impact is worth.</summary>
    public const float Step = 1f / 255;

    /// <summary>The impact of a sum of weighted occurrences above 0: their saturation, in (0, 1), in steps of 1/255, at least one.</summary>
    public static byte Of(double weighted) => (byte)Math.Clamp(Math.Round(255 * weighted / (weighted + Saturation)), 1, 255);
}
