namespace Saima.Engine.Catalogue;

/// <summary>What changed in the catalogue between two sequences, whole rows only: the later one of the same slot replaces the earlier.</summary>
public sealed record CatalogueBatch
{
    /// <summary>The catalogue's sequence after this batch; a snapshot built from it answers <c>catalogueThrough</c> with it.</summary>
    public required long Sequence { get; init; }

    public IReadOnlyList<Category> Categories { get; init; } = [];

    public IReadOnlyList<Seller> Sellers { get; init; } = [];

    public IReadOnlyList<Product> Products { get; init; } = [];

    public IReadOnlyList<int> RemovedProductSlots { get; init; } = [];
}
