using System.Globalization;

namespace Saima.Engine.Text;

/// <summary>Here is how somebody wrote a unit; which one is it, and how many of the usual one make it?</summary>
internal static class Units
{
    private static readonly Lazy<Dictionary<string, (string Unit, decimal Factor)>> Read = new(ReadAll);
    private static readonly Lazy<Dictionary<string, (string Unit, decimal Factor)>.AlternateLookup<ReadOnlySpan<char>>> BySpan =
        new(static () => Read.Value.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Characters of the longest spelling.</summary>
    public const int Longest = 16;

    /// <summary>Finds a unit.</summary>
    /// <param name="spelling">Small letters.</param>
    /// <param name="unit">The usual unit, as a term ends with it.</param>
    /// <param name="factor">Usual units in one of these.</param>
    public static bool TryFind(ReadOnlySpan<char> spelling, out string unit, out decimal factor)
    {
        var found = BySpan.Value.TryGetValue(spelling, out var entry);
        (unit, factor) = found ? entry : ("", 0);
        return found;
    }

    private static Dictionary<string, (string, decimal)> ReadAll()
    {
        var units = new Dictionary<string, (string, decimal)>(StringComparer.Ordinal);
        foreach (var line in TradeFile.Read("units.tsv"))
            units.TryAdd(line[0], (line[1], decimal.Parse(line[2], CultureInfo.InvariantCulture)));
        return units;
    }
}
