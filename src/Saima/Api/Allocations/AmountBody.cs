namespace Saima.Api.Allocations;

/// <summary>How much of which currency?</summary>
/// <param name="Amount">Whole units, ≥ 0.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record AmountBody(decimal Amount, string Currency);
