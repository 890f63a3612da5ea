using Saima.Engine.Records;

namespace Saima.Engine.Learning;

/// <summary>What a visitor did that teaches a stage.</summary>
public enum OutcomeKind : byte { Click = 1, Inquiry = 2, Order = 3 }

/// <summary>A recorded decision as the learner reads it.</summary>
/// <param name="Sequence">Its place in the log, > 0; the key under which outcomes name it.</param>
/// <param name="AtMicros">When it was served, Unix microseconds UTC.</param>
/// <param name="Record">What was shown, where and why.</param>
public sealed record ServedAllocation(long Sequence, long AtMicros, AllocationRecord Record);

/// <summary>Something a visitor did with one product of a recorded decision.</summary>
/// <param name="Id">The event's id; with <paramref name="AtMicros"/> it orders a micro-batch.</param>
/// <param name="Of">The decision.</param>
/// <param name="Position">0-based place of the product within the decision's record.</param>
public sealed record Outcome(OutcomeKind Kind, string Id, long AtMicros, ServedAllocation Of, int Position);

/// <summary>One micro-batch: everything the log took between two boundaries, in any order, and the clock at its end.</summary>
/// <param name="Through">The log's sequence at the boundary: after learning, <c>learnedThrough</c>.</param>
/// <param name="ClosedAtMicros">The log's clock at the boundary, Unix microseconds UTC; labels fall due by it.</param>
public sealed record LearnerBatch(
    long Through, long ClosedAtMicros, IReadOnlyList<ServedAllocation> Allocations, IReadOnlyList<Outcome> Outcomes);
