namespace Saima.Engine.Learning;

/// <summary>Of all positives that will come, which share has come by this age? Learned from those that came.</summary>
public sealed class DelayCurve
{
    private readonly IReadOnlyList<double> _ages;
    private readonly double[] _counts;
    private double _total;

    public DelayCurve(StageOptions options)
    {
        _ages = options.AgesSeconds;
        _counts = new double[_ages.Count];
        _total = options.DelayEvidence;
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] = options.DelayEvidence * (options.DelayShares[i] - (i == 0 ? 0 : options.DelayShares[i - 1]));
    }

    /// <summary>Number of ages at which cases are counted.</summary>
    public int Steps => _counts.Length;

    /// <summary>Evidence in each bin between ages; for digests and tests.</summary>
    internal ReadOnlySpan<double> Counts => _counts;

    /// <summary>Counts one positive.</summary>
    /// <param name="delaySeconds">From the opening of its case; beyond the window it counts in the last bin.</param>
    public void Observe(double delaySeconds)
    {
        var bin = 0;
        while (bin < _counts.Length - 1 && delaySeconds > _ages[bin])
            bin++;
        _counts[bin]++;
        _total++;
    }

    /// <summary>The share that is taken to have come between step <paramref name="step"/> and the next: the middle of the two.</summary>
    /// <param name="step">0 = the opening, i = the i-th age; at the last one the answer is 1.</param>
    public double MiddleAfter(int step)
    {
        var before = 0.0;
        for (var i = 0; i < step; i++)
            before += _counts[i];
        return step == _counts.Length ? 1 : (before + _counts[step] / 2) / _total;
    }
}
