namespace Saima.Api.Allocations;

/// <summary>How likely is a deal, step by step? Each is the chance of its step, given the one before.</summary>
public sealed record ExpectedAnswer(double? Click, double? Inquiry, double? Order);
