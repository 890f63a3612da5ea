using System.Text.Json.Serialization;
using Saima.Engine.Records;

namespace Saima.Api.Allocations;

/// <summary>Who got this slot, by which lane, and with which chance?</summary>
public sealed record SlotAnswer
{
    /// <summary>1-based, counted through the chain of pages.</summary>
    public required int Slot { get; init; }

    public required string ProductId { get; init; }

    public required string SellerId { get; init; }

    public required Lane Lane { get; init; }

    /// <summary>Probability under the rule that this product stands in this slot, given the slots above; null to a key that is bound to another supplier.</summary>
    public double? Propensity { get; init; }

    /// <summary>Null to a key that is bound to another supplier.</summary>
    public ExpectedAnswer? Expected { get; init; }

    /// <summary>The terms of the score, if the call asked for them and may see them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScoreAnswer? Score { get; init; }
}
