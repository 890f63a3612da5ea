using System.Globalization;
using Saima.Engine.Text;

namespace Saima.Bench.Relevance;

/// <summary>What does an occurrence in each field count? A setting to try, by the formula of <see cref="Impact"/>.</summary>
/// <param name="Weights">By field, above 0.</param>
/// <param name="LengthShares">By field, in [0, 1].</param>
public sealed record FieldSetting(IReadOnlyList<double> Weights, IReadOnlyList<double> LengthShares)
{
    private const double Least = 0.01;
    private const double Most = 100;

    /// <summary>The setting of the program.</summary>
    public static FieldSetting Present { get; } = new(Impact.Weights.ToArray(), Impact.LengthShares.ToArray());

    /// <summary>One that knows nothing of fields.</summary>
    public static FieldSetting Flat { get; } = new([1, 1, 1, 1, 1], [0.5, 0.5, 0.5, 0.5, 0.5]);

    /// <summary>This setting with one number multiplied, kept within its bounds.</summary>
    /// <param name="number">First the weights, then the length shares.</param>
    /// <param name="factor">Above 0.</param>
    public FieldSetting Times(int number, double factor) => number < Weights.Count
        ? this with { Weights = Changed(Weights, number, Math.Clamp(Weights[number] * factor, Least, Most)) }
        : this with { LengthShares = Changed(LengthShares, number - Weights.Count, Math.Clamp(LengthShares[number - Weights.Count] * factor, Least, 1)) };

    /// <summary>Two significant digits each: more would pretend to know more.</summary>
    public FieldSetting Rounded() => new([.. Weights.Select(Rounded)], [.. LengthShares.Select(Rounded)]);

    /// <summary>The part of a term's weighted occurrences that is the field's.</summary>
    public double Weighted(int field, double occurrences, int length) =>
        Weights[field] * occurrences / (1 - LengthShares[field] + LengthShares[field] * length / Impact.UsualLengths[field]);

    /// <inheritdoc/>
    public override string ToString() => $"weights {Text(Weights)}, length shares {Text(LengthShares)}";

    private static double[] Changed(IReadOnlyList<double> numbers, int at, double value) => [.. numbers.Select((number, index) => index == at ? value : number)];

    private static double Rounded(double number) => double.Parse(number.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<double> numbers) => string.Join(" ", numbers.Select(number => number.ToString("0.###", CultureInfo.InvariantCulture)));
}
