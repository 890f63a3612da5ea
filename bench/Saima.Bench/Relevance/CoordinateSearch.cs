namespace Saima.Bench.Relevance;

/// <summary>Which setting is best? One number at a time, by ever smaller factors, for as long as it helps.</summary>
/// <param name="judge">How good a setting is; larger is better.</param>
/// <param name="numbers">How many of the setting's numbers may move, from the first on.</param>
public sealed class CoordinateSearch(Func<FieldSetting, double> judge, int numbers)
{
    private const int MostRounds = 5;

    // A smaller gain is one pair of products in one query of a hundred.
    private const double LeastGain = 1e-4;

    private static readonly double[] Factors = [2, 1.5, 1.2, 1.1];

    /// <summary>The best that is found from any of these starts; the first one's if they are equal.</summary>
    public FieldSetting From(params IEnumerable<FieldSetting> starts) => starts.Select(Climb).MaxBy(end => end.Value).Setting;

    private (FieldSetting Setting, double Value) Climb(FieldSetting start)
    {
        var best = (Setting: start, Value: judge(start));
        foreach (var factor in Factors)
        {
            var before = double.NegativeInfinity;
            for (var round = 0; round < MostRounds && best.Value > before; round++)
            {
                before = best.Value;
                for (var number = 0; number < numbers; number++)
                    best = Better(Better(best, number, factor), number, 1 / factor);
            }
        }

        return best;
    }

    private (FieldSetting Setting, double Value) Better((FieldSetting Setting, double Value) best, int number, double factor)
    {
        var tried = best.Setting.Times(number, factor);
        var value = judge(tried);
        return value >= best.Value + LeastGain ? (tried, value) : best;
    }
}
