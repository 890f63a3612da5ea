using Saima.Engine.Pool;

namespace Saima.Engine.Learning;

/// <summary>What has a race to read anew, because the learner changed it since somebody last asked?</summary>
/// <remarks>Whoever asks also clears, so that there can be one such reader of a learner.</remarks>
public sealed class TouchedWeights
{
    /// <summary>Products with a changed weight or more exposures.</summary>
    public TouchedSlots Products { get; } = new();

    /// <summary>Suppliers with a changed weight or another lane book.</summary>
    public TouchedSlots Sellers { get; } = new();

    /// <summary>Categories with a changed weight.</summary>
    public TouchedSlots Categories { get; } = new();

    /// <summary>Forgets all changes.</summary>
    public void Clear()
    {
        Products.Clear();
        Sellers.Clear();
        Categories.Clear();
    }
}
