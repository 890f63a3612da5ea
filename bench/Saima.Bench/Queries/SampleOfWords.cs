using System.Runtime.InteropServices;
using Saima.Bench.World;
using Saima.Engine.Catalogue;

namespace Saima.Bench.Queries;

/// <summary>How many products hold these words together? Estimated from some tens of thousands of them, by no engine's rules.</summary>
public sealed class SampleOfWords
{
    // One product in 20, of a small catalogue more: an estimate of 70 products stands on three or four that were seen.
    private const int ProductsARow = 20;
    private const int Fewest = 50_000;

    private readonly Dictionary<string, List<int>> _rows = new(StringComparer.Ordinal);
    private readonly double _productsARow;

    public SampleOfWords(CatalogueWorld world)
    {
        var step = Math.Clamp(world.Count / Fewest, 1, ProductsARow);
        var rows = 0;
        for (var number = 0; number < world.Count; number += step)
            Add(world.At(number), world.Categories, rows++);
        _productsARow = (double)world.Count / rows;
        Rows = rows;
    }

    /// <summary>Products looked at.</summary>
    public int Rows { get; }

    /// <summary>Words of a text in lower case, a plural as its singular, each as often as it stands there.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        for (int start = 0, at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInNumber(text, at)))
                continue;
            if (at > start)
                yield return Singular(text[start..at].ToLowerInvariant());
            start = at + 1;
        }
    }

    /// <summary>True if a product of the sample holds the word.</summary>
    public bool Knows(string word) => _rows.ContainsKey(word);

    /// <summary>Products that hold all of the words.</summary>
    public double HoldersOf(IReadOnlyCollection<string> words)
    {
        var rising = words.Select(RowsOf).OrderBy(rows => rows.Count).ToArray();
        var holders = 0;
        var next = new int[rising.Length];
        foreach (var row in rising[0])
            holders += HoldAll(rising, next, row) ? 1 : 0;
        return holders * _productsARow;
    }

    /// <summary>Products that hold so much of the words, by how rare each is.</summary>
    public double HoldersOfShare(IReadOnlyCollection<string> words, double share)
    {
        var (held, whole) = (new double[Rows], 0.0);
        foreach (var word in words)
        {
            var rows = RowsOf(word);
            var idf = Math.Log(1 + (Rows - rows.Count + 0.5) / (rows.Count + 0.5));
            whole += idf;
            foreach (var row in rows)
                held[row] += idf;
        }

        return held.Count(value => value >= share * whole) * _productsARow;
    }

    // Rows are asked for in rising order, so each list is walked once.
    private static bool HoldAll(List<int>[] lists, int[] next, int row)
    {
        for (var list = 1; list < lists.Length; list++)
        {
            while (next[list] < lists[list].Count && lists[list][next[list]] < row)
                next[list]++;
            if (next[list] == lists[list].Count || lists[list][next[list]] != row)
                return false;
        }

        return true;
    }

    private List<int> RowsOf(string word) => _rows.GetValueOrDefault(word) ?? [];

    private void Add(Product product, IReadOnlyList<Category> categories, int row)
    {
        string[] texts =
        [
            product.Title, categories[product.CategorySlot].Path, product.Description, .. product.Keywords,
            .. product.Attributes.Select(attribute => attribute.Key), .. product.Attributes.Select(attribute => attribute.Value),
        ];
        foreach (var word in texts.SelectMany(WordsOf))
        {
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, word, out _);
            rows ??= [];
            if (rows.Count == 0 || rows[^1] != row)
                rows.Add(row);
        }
    }

    // 7.5kW and B16.5 are one word each.
    private static bool IsInNumber(string text, int at) =>
        text[at] == '.' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private static string Singular(string word) => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u') ? word[..^1] : word;
}
