namespace Saima.Engine.Race;

/// <summary>Which rule gave a slot.</summary>
public enum Lane : byte { Merit = 1, Newcomer = 2, Ad = 3 }

/// <summary>One stage of one shown product: the argument's parts that are the product's own, and the uncertainty of the whole.</summary>
/// <param name="Product">Posterior mean of the product's weight.</param>
/// <param name="Supplier">Posterior mean of the supplier's weight.</param>
/// <param name="Variance">Sum of the posterior variances of all weights in the argument.</param>
public readonly record struct StageRecord(float Product, float Supplier, float Variance);

/// <summary>One slot as it was served, and the terms that put the product there.</summary>
public readonly record struct SlotRecord
{
    public int ProductSlot { get; init; }
    public int SellerSlot { get; init; }
    public int CategorySlot { get; init; }
    public Lane Lane { get; init; }

    /// <summary>0 (weakest) to <see cref="AllocationRecord.MatchBuckets"/> − 1.</summary>
    public byte MatchBucket { get; init; }

    /// <summary>Probability under the policy that this product stands here, given the merit lane and the slots above; (0, 1].</summary>
    public float Propensity { get; init; }

    /// <summary>ln match × the rule's exponent, ≤ 0.</summary>
    public float MatchLog { get; init; }

    /// <summary>ln of the rule's multipliers; 0 where the rule has none.</summary>
    public float MultiplierLog { get; init; }

    public StageRecord Click { get; init; }
    public StageRecord Inquiry { get; init; }
    public StageRecord Order { get; init; }
}

/// <summary>Weights of one stage that many slots of a page share, as they were when the page was made.</summary>
/// <param name="Base">The stage's base weight, with slot 1's position weight in the click stage.</param>
/// <param name="ByCategory">Mean by index into <see cref="AllocationRecord.Categories"/>.</param>
/// <param name="ByMatch">Mean by match bucket.</param>
public sealed record SharedWeights(float Base, float[] ByCategory, float[] ByMatch);

/// <summary>A decision as it is kept: enough to explain every shown place, to learn from it, and to judge another rule on it.</summary>
public sealed record AllocationRecord
{
    /// <summary>Number of match buckets in every stage.</summary>
    public const int MatchBuckets = 8;

    /// <summary>0-based place of the page's first slot in its chain: slot = FirstSlot + position + 1.</summary>
    public required int FirstSlot { get; init; }

    /// <summary>Products that satisfied the intent; all of them raced.</summary>
    public required int Matched { get; init; }

    public required SlotRecord[] Slots { get; init; }

    /// <summary>Distinct categories of the shown products, ascending.</summary>
    public required int[] Categories { get; init; }

    public required SharedWeights Click { get; init; }
    public required SharedWeights Inquiry { get; init; }
    public required SharedWeights Order { get; init; }
}
