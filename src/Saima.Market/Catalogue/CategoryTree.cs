using System.Collections.Frozen;

namespace Saima.Market.Catalogue;

/// <summary>Which categories are there, and how do they hang together? Immutable, as of one moment.</summary>
public sealed class CategoryTree
{
    private readonly FrozenDictionary<int, CategoryNode> _bySlot;
    private readonly FrozenDictionary<string, CategoryNode> _byPath;
    private readonly ILookup<int, CategoryNode> _byParent;

    internal CategoryTree(IReadOnlyList<CategoryNode> nodes)
    {
        _bySlot = nodes.ToFrozenDictionary(node => node.Category.Slot);
        _byPath = nodes.ToFrozenDictionary(node => node.Category.Path, StringComparer.Ordinal);
        _byParent = nodes.OrderBy(node => node.Category.Path, StringComparer.Ordinal).ToLookup(node => node.Category.ParentSlot);
    }

    public int Count => _bySlot.Count;

    /// <summary>The topmost categories, in order of path.</summary>
    public IEnumerable<CategoryNode> Roots => _byParent[-1];

    public CategoryNode? Find(int slot) => _bySlot.GetValueOrDefault(slot);

    public CategoryNode? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Those directly below, in order of path.</summary>
    public IEnumerable<CategoryNode> ChildrenOf(int slot) => _byParent[slot];

    /// <summary>From the root down to the category itself; empty if there is no such slot.</summary>
    public IReadOnlyList<CategoryNode> TrailOf(int slot)
    {
        var trail = new List<CategoryNode>();
        for (var node = Find(slot); node is not null; node = Find(node.Category.ParentSlot))
            trail.Insert(0, node);

        return trail;
    }
}
