namespace Saima.Engine.Catalogue;

/// <summary>One node of the category tree.</summary>
/// <param name="Slot">Stable number of the category in every model, ≥ 0.</param>
/// <param name="Path">Names from the root, joined with <c> > </c>: <c>Furniture > Bedroom > Beds</c>.</param>
/// <param name="ParentSlot">Slot of the category above, −1 at the root; always smaller than <paramref name="Slot"/>.</param>
public sealed record Category(int Slot, string Path, int ParentSlot)
{
    /// <summary>Stands between two names of a path.</summary>
    public const string Separator = " > ";
}
