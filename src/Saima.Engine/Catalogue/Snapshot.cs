using System.Text;
using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>What is for sale at this moment? Immutable: a base, at most a few small deltas, and which rows are dead.</summary>
/// <remarks>
/// A global row number is the segment's offset plus the row within it; it is meaningful in this snapshot only. What must last is
/// kept by slot.
/// </remarks>
public sealed class Snapshot
{
    internal Segment[] Segments { get; init; } = [];

    /// <summary>A segment begins at a multiple of so many global rows; the numbers between two segments are nobody's.</summary>
    internal const int RowAlignment = 128;

    /// <summary>First global row of each segment, a multiple of <see cref="RowAlignment"/>; one more than there are segments.</summary>
    internal int[] Offsets { get; init; } = [0];

    /// <summary>By segment: true where a row was replaced or removed. Never changed after it was published.</summary>
    internal DeadRows[] Dead { get; init; } = [];

    /// <summary>How rare each term is.</summary>
    internal DocumentFrequencies Frequencies { get; init; } = DocumentFrequencies.Empty;

    /// <summary>By product slot: where it is.</summary>
    internal Paged<Place> PlaceOfProduct { get; init; } = Paged<Place>.Empty;

    internal TermTable Terms { get; init; } = new();

    internal Seller?[] SellerBySlot { get; init; } = [];

    /// <summary>By seller slot: number of its country in <see cref="Countries"/>.</summary>
    internal ushort[] CountryOfSeller { get; init; } = [];

    /// <summary>Countries of suppliers, by number.</summary>
    internal string[] Countries { get; init; } = [];

    /// <summary>Currencies of prices, by number.</summary>
    internal string[] Currencies { get; init; } = [];

    internal Category[] CategoryBySlot { get; init; } = [];

    /// <summary>The catalogue's sequence that this snapshot contains.</summary>
    public required long Sequence { get; init; }

    /// <summary>Products for sale.</summary>
    public required int LiveProducts { get; init; }

    /// <summary>Global rows, dead ones and the gaps between segments included: the size of every per-row array of an epoch.</summary>
    public int Rows => Offsets[^1];

    /// <summary>The category of that slot, or null.</summary>
    public Category? FindCategory(int slot) => (uint)slot < (uint)CategoryBySlot.Length ? CategoryBySlot[slot] : null;

    /// <summary>The seller of that slot, or null.</summary>
    public Seller? FindSeller(int slot) => (uint)slot < (uint)SellerBySlot.Length ? SellerBySlot[slot] : null;

    /// <summary>The product of that slot if it is for sale, or null.</summary>
    public Product? FindProduct(int slot)
    {
        var place = PlaceOf(slot);
        return place.IsNowhere ? null : Segments[place.Segment].ProductAt(place.Row);
    }

    /// <summary>The id of the product of that slot if it is for sale, or null; does not open the listing.</summary>
    public string? FindProductId(int slot)
    {
        var place = PlaceOf(slot);
        return place.IsNowhere ? null : Encoding.UTF8.GetString(Segments[place.Segment].Listings.IdAt(place.Row));
    }

    /// <summary>Makes what corrections of spelling need, if it is not there yet; otherwise the first race with a misspelt word does and waits for it.</summary>
    public void PrepareSpelling() => _ = Frequencies.Spelling;

    /// <summary>All products for sale, in no promised order.</summary>
    public IEnumerable<Product> LiveProductsInAnyOrder()
    {
        for (var segment = 0; segment < Segments.Length; segment++)
        {
            for (var row = 0; row < Segments[segment].Rows; row++)
            {
                if (!Dead[segment][row])
                    yield return Segments[segment].ProductAt(row);
            }
        }
    }

    /// <summary>Marks a category and everything below it.</summary>
    /// <param name="root">The category's slot.</param>
    /// <param name="marks">By category slot; at least as long as there are categories.</param>
    internal void MarkSubtree(int root, Span<bool> marks)
    {
        for (var slot = 0; slot < CategoryBySlot.Length; slot++)
        {
            var parent = CategoryBySlot[slot].ParentSlot;
            marks[slot] = slot == root || (parent >= 0 && marks[parent]);
        }
    }

    /// <summary>Where the product of that slot is.</summary>
    internal Place PlaceOf(int slot) => (uint)slot < (uint)PlaceOfProduct.Length ? PlaceOfProduct[slot] : Place.Nowhere;

    /// <summary>The id of a row, as UTF-8.</summary>
    internal ReadOnlySpan<byte> IdAt(int globalRow)
    {
        var (segment, row) = Locate(globalRow);
        return Segments[segment].Listings.IdAt(row);
    }

    /// <summary>The segment and the row within it of a global row.</summary>
    internal (int Segment, int Row) Locate(int globalRow)
    {
        var segment = 0;
        while (globalRow >= Offsets[segment + 1])
            segment++;
        return (segment, globalRow - Offsets[segment]);
    }
}
