using Saima.Engine.Kernels;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>What chance says: every draw is a pure function of the policy's seed, the visit, the intent and what is drawn.</summary>
public static class Draws
{
    /// <summary>What a draw is for; draws for different purposes are independent.</summary>
    public enum Purpose : byte { LanePlan = 1, Merit = 2, Stratum = 3, NewcomerSupplier = 4, NewcomerProduct = 5 }

    /// <summary>One key for all draws of a chain of pages.</summary>
    public static ulong KeyOf(ulong seed, long visitHash, Intent intent)
    {
        var key = Mix(seed, (ulong)visitHash);
        key = MixText(key, intent.Query ?? "");
        key = Mix(key, (ulong)(intent.CategorySlot ?? -1));
        key = Mix(key, (ulong)(intent.Filters.CategorySlot ?? -1));
        key = Mix(key, (ulong)(intent.Filters.MaxPriceMicros ?? -1));
        key = MixText(key, intent.Filters.Currency ?? "");
        key = Mix(key, (ulong)(intent.Filters.MaxMoq ?? -1));
        for (var i = 0; i < intent.Filters.Countries.Count; i++)
            key = MixText(key, intent.Filters.Countries[i]);
        return Mix(key, intent.Filters.CheckedOnly ? 1u : 0u);
    }

    /// <summary>A key for one purpose on one page.</summary>
    public static ulong KeyOf(ulong chainKey, Purpose purpose, int page) => Mix(Mix(chainKey, (ulong)purpose), (ulong)page);

    /// <summary>Uniform in (0, 1), different for every number.</summary>
    public static double Uniform(ulong key, int number) => ((Mix(key, (ulong)number) >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Standard Gumbel noise: the largest of score ÷ τ + noise is a Plackett–Luce draw (Yellott 1977).</summary>
    public static double Gumbel(ulong key, int number) => NoiseOf.Gumbel(Uniform(key, number));

    // SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014) over the sum of both.
    private static ulong Mix(ulong a, ulong b)
    {
        var z = unchecked(a + 0x9E3779B97F4A7C15UL * (b + 1));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    private static ulong MixText(ulong key, string text)
    {
        foreach (var character in text)
            key = Mix(key, character);
        return Mix(key, (ulong)text.Length);
    }
}
