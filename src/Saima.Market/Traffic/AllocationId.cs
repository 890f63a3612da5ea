namespace Saima.Market.Traffic;

/// <summary>A decision's name: time-ordered, unguessable, and checkable without looking it up.</summary>
/// <remarks>
/// 128 bits: 48 of Unix milliseconds, 24 of a counter, 56 of a MAC (HMAC-SHA256 under the market's key over the first 72).
/// Written as <c>a-</c> and 26 characters of Crockford's base 32, lower case.
/// </remarks>
public readonly record struct AllocationId(UInt128 Value);
