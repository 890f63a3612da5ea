namespace Saima.Bench.Queries;

/// <summary>Which words of other languages does the engine's trade dictionary know? Read from its files; none if there are none.</summary>
public sealed class ForeignWords
{
    private readonly List<Dictionary<string, List<string>>> _languages = [];

    private ForeignWords()
    {
    }

    /// <summary>One dictionary a language: foreign phrases by their English phrase.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, List<string>>> Languages => _languages;

    /// <summary>Reads lines of <c>foreign, tab, English</c>; function words and comments are left out.</summary>
    public static ForeignWords Read(DirectoryInfo root)
    {
        var words = new ForeignWords();
        var folder = new DirectoryInfo(Path.Combine(root.FullName, "src", "Saima.Engine", "Text", "Trade"));
        if (!folder.Exists)
            return words;
        foreach (var file in folder.GetFiles("*.tsv").OrderBy(file => file.Name, StringComparer.Ordinal))
            words._languages.Add(OneLanguage(file));
        return words;
    }

    private static Dictionary<string, List<string>> OneLanguage(FileInfo file) =>
        File.ReadLines(file.FullName)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Where(fields => fields.Length == 2 && fields[1].Length > 0)
            .GroupBy(fields => fields[1], fields => fields[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
}
