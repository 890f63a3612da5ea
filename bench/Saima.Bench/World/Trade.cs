namespace Saima.Bench.World;

/// <summary>How does one trade speak? A line of <c>Words/trades.tsv</c>.</summary>
/// <param name="Heads">What is sold: <c>valve</c>.</param>
/// <param name="Kinds">Which of it: <c>ball</c>.</param>
/// <param name="Materials">Of one or two words.</param>
/// <param name="Uses">What it is for.</param>
public sealed record Trade(string Name, string[] Heads, string[] Kinds, string[] Materials, string[] Uses);
