namespace Saima.Bench.World;

/// <summary>Where are the words of the made-up catalogue? In the program itself, read once.</summary>
public static class WorldWords
{
    private static readonly Dictionary<string, string[]> Shared = Lines("shared.txt")
        .Select(line => line.Split(": ", 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(','), StringComparer.Ordinal);

    /// <summary>The trades, in the order of the file.</summary>
    public static IReadOnlyList<Trade> Trades { get; } =
    [
        .. Lines("trades.tsv")
            .Select(line => line.Split('\t'))
            .Select(fields => new Trade(fields[0], fields[1].Split(','), fields[2].Split(','), fields[3].Split(','), fields[4].Split(','))),
    ];

    /// <summary>A group of words that any product may have, the most frequent first.</summary>
    public static string[] Group(string name) => Shared[name];

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(WorldWords).Assembly.GetManifestResourceStream(file) ?? throw new BenchFailure($"{file} is not in the program");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
