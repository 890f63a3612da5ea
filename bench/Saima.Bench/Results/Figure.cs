using System.Globalization;
using System.Text.Json.Serialization;

namespace Saima.Bench.Results;

/// <summary>What was measured, in which unit, and how is it written for people?</summary>
/// <param name="Value">Rounded to the digits that <paramref name="Text"/> shows.</param>
/// <param name="Text">The value, the unit, and under which conditions.</param>
public sealed record Figure(string Name, decimal Value, string Unit, string Text)
{
    /// <summary>The part of the bench that measured it; null in files from before parts were kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }

    /// <summary>The day, where it is not that of the whole file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Date { get; init; }

    /// <summary>A figure written with so many digits after the point.</summary>
    /// <param name="name">What was measured.</param>
    /// <param name="value">What came out.</param>
    /// <param name="digits">Digits after the point, ≥ 0.</param>
    /// <param name="unit">In what it is counted.</param>
    /// <param name="conditions">What a reader must know to compare; may be empty.</param>
    public static Figure Of(string name, double value, int digits, string unit, string conditions)
    {
        var rounded = Math.Round((decimal)value, digits);
        var text = rounded.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new Figure(name, rounded, unit, conditions.Length == 0 ? $"{text} {unit}" : $"{text} {unit} ({conditions})");
    }
}
