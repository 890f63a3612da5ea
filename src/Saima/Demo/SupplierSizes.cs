using MathNet.Numerics.Distributions;

namespace Saima.Demo;

/// <summary>How many products does each supplier list? Few list many, most list few.</summary>
internal static class SupplierSizes
{
    private const double Median = 7;

    /// <summary>Spread of the logarithm: with it 300 suppliers of median 7 list 4,000 products.</summary>
    private const double Sigma = 1.135;

    /// <summary>Equally spaced quantiles of a log-normal, at least 1 each, largest last, corrected at the large end to the exact sum.</summary>
    public static int[] Sizes(int sellers, int products)
    {
        var scale = products / (sellers * Median * Math.Exp(Sigma * Sigma / 2));
        var sizes = new int[sellers];
        for (var seller = 0; seller < sellers; seller++)
        {
            var quantile = Normal.InvCDF(0, 1, (seller + 0.5) / sellers);
            sizes[seller] = Math.Max(1, (int)Math.Round(Median * scale * Math.Exp(Sigma * quantile)));
        }

        var missing = products - sizes.Sum();
        for (var seller = sellers - 1; missing != 0; seller = seller == 0 ? sellers - 1 : seller - 1)
        {
            if (missing < 0 && sizes[seller] == 1)
                continue;
            sizes[seller] += Math.Sign(missing);
            missing -= Math.Sign(missing);
        }

        return sizes;
    }
}
