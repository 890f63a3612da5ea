namespace Saima.Engine.Records;

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
