using Saima.Engine.Explain;

namespace Saima.Api.Allocations;

/// <summary>What is a score made of? The terms add up to it.</summary>
/// <param name="Log">The log score.</param>
public sealed record ScoreAnswer(double Log, IReadOnlyList<TermAnswer> Terms)
{
    public static ScoreAnswer Of(ScoreExplanation score) => new(score.Log, [.. score.Terms.Select(TermAnswer.Of)]);
}
