namespace Saima.Bench.World;

/// <summary>Which made-up catalogue is wanted? The same options give the same bytes.</summary>
/// <param name="Products">How many products, ≥ 1.</param>
public sealed record WorldOptions(int Products, ulong Seed = 1);
