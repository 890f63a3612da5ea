using Saima.Engine.Retrieval;

namespace Saima.Engine;

/// <summary>One visit asks for one page: everything the allocator may know about it.</summary>
public sealed record AllocationRequest
{
    public required Intent Intent { get; init; }

    /// <summary>Keyed hash of the visit's id, as the record keeps it; with the policy's seed and the intent it decides every draw.</summary>
    public required long VisitHash { get; init; }

    /// <summary>Slots on the page, 1–200.</summary>
    public int PageSize { get; init; } = 48;

    /// <summary>1-based number of this page in its chain, 1–20.</summary>
    public int PageNumber { get; init; } = 1;

    /// <summary>True: also count how the answer could be narrowed, in <see cref="Allocator.Facets"/>.</summary>
    public bool CountsFacets { get; init; }

    /// <summary>Product slots that earlier pages of the chain served; their number is the first slot of this page.</summary>
    public IReadOnlyList<int> ServedProductSlots { get; init; } = [];
}
