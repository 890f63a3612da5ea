using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>One node of the category tree, as it is stored. Categories are never deleted.</summary>
public sealed class CategoryRow
{
    /// <summary>The engine's slot: given once, never reused; greater than the parent's.</summary>
    public int Slot { get; set; }

    /// <summary>Names from the root joined with <c> > </c>; unique.</summary>
    public required string Path { get; set; }

    public int? ParentSlot { get; set; }

    /// <summary>The last name in other languages, a JSON object of language tag → name; null if none was given.</summary>
    public string? NamesJson { get; set; }

    public long ContentHash { get; set; }

    public long ChangedSequence { get; set; }

    public Category ToEngine() => new(Slot, Path, ParentSlot ?? -1);
}
