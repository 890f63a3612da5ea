using Saima.Engine.Records;

namespace Saima.Api.Allocations;

/// <summary>Why does a product stand where it stands, or why does it not stand there?</summary>
public sealed record ExplanationAnswer
{
    public required string AllocationId { get; init; }

    public required string ProductId { get; init; }

    public required PolicyAnswer Policy { get; init; }

    /// <summary><c>recorded</c>: the terms stored with the decision. <c>recomputed</c>: raced again with what is known now.</summary>
    public required string Basis { get; init; }

    public required long LearnedThrough { get; init; }

    /// <summary>Null if the product has no slot.</summary>
    public required Lane? Lane { get; init; }

    /// <summary>Null if the product has no slot.</summary>
    public required int? Slot { get; init; }

    /// <summary>Null if the product has no slot, and to a key that is bound to another supplier.</summary>
    public double? Propensity { get; init; }

    /// <summary>Why it has no slot: <c>noMatch</c>, <c>served</c> (on an earlier page), <c>below</c>, <c>chance</c>. Null to a key that is bound to another supplier.</summary>
    public string? Reason { get; init; }

    /// <summary>Null if the product does not match, and to a key that is bound to another supplier.</summary>
    public ScoreAnswer? Score { get; init; }

    /// <summary>Null if there is none, and to a key that is bound to another supplier.</summary>
    public NextPlaceAnswer? Next { get; init; }

    /// <summary>What the query asked of the product; null if a category led.</summary>
    public QueryAnswer? Query { get; init; }
}
