using System.Globalization;

namespace Saima.Bench;

/// <summary>What is to be measured, and where do the figures go?</summary>
/// <param name="Parts">Names of parts; <c>all</c> is every one that measures.</param>
/// <param name="Out">The file of results, or null: then they are only shown.</param>
/// <param name="Date">The day that stands in the results.</param>
/// <param name="Market">A data folder into which the products were imported before, or null: then they are imported first.</param>
/// <param name="Products">How many products the made-up catalogue has; four times as many where scaling is measured.</param>
public sealed record BenchOptions(IReadOnlyList<string> Parts, FileInfo? Out, DateOnly Date, DirectoryInfo? Market, int Products = 1_000_000)
{
    /// <summary>Fewer have no queries with enough matches.</summary>
    public const int FewestProducts = 10_000;

    public const string Everything = "all";

    private const string Usage = "Saima.Bench [all | PART…] [--out FILE] [--date yyyy-MM-dd] [--market DIR] [--products N]";

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="BenchFailure">They are not understood.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> arguments, TimeProvider time)
    {
        var options = new BenchOptions([], null, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), null);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                options = options with { Parts = [.. options.Parts, arguments[i]] };
            else if (i + 1 == arguments.Count)
                throw new BenchFailure($"{arguments[i]} needs a value: {Usage}");
            else
                options = options.With(arguments[i], arguments[++i]);
        }

        return options.Parts.Count == 0 ? options with { Parts = [Everything] } : options;
    }

    private BenchOptions With(string option, string value) => option switch
    {
        "--out" => this with { Out = new FileInfo(value) },
        "--date" => this with { Date = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture) },
        "--market" => this with { Market = new DirectoryInfo(value) },
        "--products" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var products) && products >= FewestProducts => this with { Products = products },
        _ => throw new BenchFailure($"{option} {value} is not understood: {Usage}"),
    };
}
