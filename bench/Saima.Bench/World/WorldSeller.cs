using Saima.Demo;
using Saima.Engine.Catalogue;

namespace Saima.Bench.World;

/// <summary>One made-up supplier: where do its products begin, what does it sell, how does it name them?</summary>
/// <param name="FirstProduct">Its first product; they follow one another.</param>
/// <param name="Size">How many.</param>
/// <param name="Leaves">One to three leaf categories of one trade.</param>
/// <param name="Brand">Stands in some of its titles.</param>
/// <param name="Letters">Begin its model numbers.</param>
public sealed record WorldSeller(int FirstProduct, int Size, int[] Leaves, string Brand, string Letters)
{
    private const double Median = 7;
    private const double Mean = 30;
    private static readonly DateOnly FirstDay = new(2015, 1, 1);

    // Of a log-normal: mean = median × exp(σ² ÷ 2).
    private static readonly double Sigma = Math.Sqrt(2 * Math.Log(Mean / Median));

    /// <summary>How many products each supplier has: equally spaced quantiles of a log-normal, in random order, that add up to all products.</summary>
    public static int[] Sizes(WorldOptions options)
    {
        var sizes = new int[Math.Max(1, (int)Math.Round(options.Products / Mean))];
        for (var i = 0; i < sizes.Length; i++)
        {
            var quantile = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (i + 0.5) / sizes.Length);
            sizes[i] = Math.Max(1, (int)Math.Round(Median * Math.Exp(Sigma * quantile)));
        }

        // What the quantiles leave out lies beyond the last of them: the largest tenth shares it.
        var missing = options.Products - sizes.Sum();
        var largest = Math.Max(1, sizes.Length / 10);
        for (var turn = 0; missing != 0; turn++)
        {
            ref var size = ref sizes[sizes.Length - 1 - turn % largest];
            if (size + Math.Sign(missing) < 1)
                continue;
            size += Math.Sign(missing);
            missing -= Math.Sign(missing);
        }

        return new DrawStream(options.Seed, "sizes").Shuffled(sizes);
    }

    /// <summary>As the engine knows a supplier: four of five are checked.</summary>
    public static Seller Facts(int slot, string brand, ulong seed)
    {
        var draw = new DrawStream(seed, "seller", slot);
        var joined = FirstDay.AddDays(draw.Below(4_000));
        return new Seller
        {
            Slot = slot,
            Id = $"s-{slot}",
            Name = $"{brand} Trading",
            Country = draw.Pick(WorldWords.Group("countries")),
            Kind = (SellerKind)(1 + draw.Below(4)),
            JoinedOn = joined,
            Checks = draw.Chance(0.8) ? [new SellerCheck("identity", null, joined, null)] : [],
        };
    }
}
