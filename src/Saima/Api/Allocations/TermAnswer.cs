using System.Text.Json.Serialization;
using Saima.Engine.Explain;

namespace Saima.Api.Allocations;

/// <summary>What does one term add to a log score, and what made it?</summary>
/// <param name="Name"><c>match</c>, <c>click</c>, <c>inquiry</c>, <c>order</c> or <c>multiplier</c>.</param>
/// <param name="Log">What it adds; of a stage: ln Φ(argument).</param>
public sealed record TermAnswer(string Name, double Log)
{
    /// <summary>Of a stage: Φ(argument).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }

    /// <summary>Of a stage: Σ features ÷ √(β² + variance).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Argument { get; init; }

    /// <summary>Of a stage: what is still uncertain of the argument.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Variance { get; init; }

    /// <summary>Of a stage: <c>base</c>, <c>product</c>, <c>supplier</c>, <c>category</c>, <c>match</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FeatureTerm>? Features { get; init; }

    public static TermAnswer Of(ScoreTerm term) => new(term.Name, term.Log)
    {
        Probability = term.Probability,
        Argument = term.Argument,
        Variance = term.Variance,
        Features = term.Features,
    };
}
