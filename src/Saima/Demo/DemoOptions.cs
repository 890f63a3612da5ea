namespace Saima.Demo;

/// <summary>Which made-up market is wanted? The same options give the same bytes.</summary>
/// <param name="AsOf">Its "today": nothing in it is dated later.</param>
public sealed record DemoOptions(DateOnly AsOf, ulong Seed = 1, int Sellers = 300, int Products = 4_000);
