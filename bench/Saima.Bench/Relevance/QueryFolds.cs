namespace Saima.Bench.Relevance;

/// <summary>Which queries are held out together? Each in one fold, folds of nearly equal size.</summary>
public static class QueryFolds
{
    /// <summary>Shuffles the numbers of the queries and deals them out.</summary>
    /// <param name="queries">How many there are; numbered from 0.</param>
    /// <param name="folds">How many folds, ≥ 2.</param>
    /// <param name="seed">The same seed gives the same folds.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(int queries, int folds, int seed)
    {
        var numbers = Enumerable.Range(0, queries).ToArray();
        new Random(seed).Shuffle(numbers);
        return [.. Enumerable.Range(0, folds).Select(fold => numbers.Where((_, index) => index % folds == fold).Order().ToArray())];
    }
}
