namespace Saima.Bench.Relevance;

/// <summary>Between what bounds does the mean of paired differences lie, by drawing the queries anew?</summary>
/// <param name="Mean">Mean difference.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
public sealed record PairedBootstrap(double Mean, double Low, double High)
{
    /// <summary>Draws as many differences as there are, with replacement, over and over; the interval is that of percentiles.</summary>
    public static PairedBootstrap Of(IReadOnlyList<double> differences, int draws, int seed)
    {
        var random = new Random(seed);
        var means = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < differences.Count; i++)
                means[draw] += differences[random.Next(differences.Count)];
            means[draw] /= differences.Count;
        }

        Array.Sort(means);
        return new PairedBootstrap(differences.Average(), means[(int)(draws * 0.025)], means[(int)(draws * 0.975)]);
    }
}
