using Saima.Engine.Kernels;

namespace Saima.Engine.Race;

/// <summary>Which are the best n of a column of scores, in any order, exactly?</summary>
/// <remarks>
/// The n-th best score is found by halving: how many scores are at least this? One such pass over 2,000 scores takes 0.1 µs, a sort of
/// them 50 µs. Only matches whose scores are equal to the n-th are told apart by slot.
/// </remarks>
/// <param name="equals">Started with the epoch and the matches of the column; its content is used up.</param>
internal sealed class BestRows(ScoreKeys equals)
{
    private int[] _matches = new int[1024];

    /// <summary>Finds them.</summary>
    /// <param name="scores">By match; −∞ for those that do not take part.</param>
    /// <param name="wanted">n, ≥ 1.</param>
    /// <returns>Their matches: n, or all that take part if they are fewer.</returns>
    public ReadOnlySpan<int> Find(ReadOnlySpan<float> scores, int wanted)
    {
        if (_matches.Length < scores.Length)
            _matches = new int[scores.Length + (scores.Length >> 1)];
        var least = LeastOf(scores, wanted);
        var found = FindAtLeast.In(scores, least, _matches);
        if (found > wanted)
            KeepFirstOfEquals(scores, least, found, wanted);
        return _matches.AsSpan(0, Math.Min(found, wanted));
    }

    // The largest bound that at least n scores reach.
    private static float LeastOf(ReadOnlySpan<float> scores, int wanted)
    {
        var (low, high) = (float.MinValue, System.Numerics.Tensors.TensorPrimitives.Max(scores));
        if (CountAtLeast.Of(scores, low) <= wanted)
            return low;
        if (CountAtLeast.Of(scores, high) >= wanted)
            return high;
        for (var step = 0.5f; low == float.MinValue; step *= 2)
        {
            var count = CountAtLeast.Of(scores, high - step);
            if (count == wanted)
                return high - step;
            (low, high) = count > wanted ? (high - step, high) : (low, high - step);
        }

        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return low;
            var count = CountAtLeast.Of(scores, middle);
            if (count == wanted)
                return middle;
            (low, high) = count > wanted ? (middle, high) : (low, middle);
        }
    }

    // Those above the bound stay; of those that are equal to it, as many as are wanted, by slot.
    private void KeepFirstOfEquals(ReadOnlySpan<float> scores, float least, int found, int wanted)
    {
        var kept = 0;
        for (var i = 0; i < found; i++)
        {
            if (scores[_matches[i]] > least)
                _matches[kept++] = _matches[i];
            else
                equals.Add(least, _matches[i]);
        }

        equals.MoveBestToFront(0, wanted - kept);
        for (var i = 0; kept < wanted; i++)
            _matches[kept++] = equals.MatchAt(i);
    }
}
