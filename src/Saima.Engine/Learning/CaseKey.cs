namespace Saima.Engine.Learning;

/// <summary>Names one shown product: the decision's place in the log, and the product's place in the decision.</summary>
public readonly record struct CaseKey(long AllocationSequence, int Position);
