namespace Saima.Engine.Records;

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
