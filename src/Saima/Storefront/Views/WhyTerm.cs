namespace Saima.Storefront.Views;

/// <summary>What did one term contribute to the score?</summary>
/// <param name="Name">
/// As the contract names it: <c>match</c>, <c>click</c>, <c>inquiry</c>, <c>order</c>, <c>completed</c>, <c>capacity</c>, <c>multiplier:…</c>.
/// </param>
/// <param name="Log">Its part of the score's logarithm; ≤ 0 but for multipliers.</param>
/// <param name="Probability">The stage's chance, null for terms that are no chance.</param>
/// <param name="Compared">Against the product's category; what a buyer reads in place of the numbers.</param>
public sealed record WhyTerm(string Name, double Log, double? Probability, Comparison Compared);
