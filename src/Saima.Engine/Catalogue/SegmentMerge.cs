using System.Collections;

namespace Saima.Engine.Catalogue;

/// <summary>Makes one segment of several, without the dead rows and without reading a text again.</summary>
internal static class SegmentMerge
{
    public static Segment Of(IReadOnlyList<Segment> segments, IReadOnlyList<BitArray> dead)
    {
        var live = new List<(Product Product, int Segment, int Row)>();
        for (var s = 0; s < segments.Count; s++)
        {
            for (var row = 0; row < segments[s].Rows; row++)
            {
                if (!dead[s][row])
                    live.Add((segments[s].Products[row], s, row));
            }
        }

        live.Sort(static (a, b) => a.Product.CategorySlot != b.Product.CategorySlot
            ? a.Product.CategorySlot.CompareTo(b.Product.CategorySlot)
            : a.Product.Slot.CompareTo(b.Product.Slot));
        var products = new Product[live.Count];
        var newRows = new int[segments.Count][];
        for (var s = 0; s < segments.Count; s++)
        {
            newRows[s] = new int[segments[s].Rows];
            Array.Fill(newRows[s], -1);
        }

        for (var i = 0; i < live.Count; i++)
        {
            products[i] = live[i].Product;
            newRows[live[i].Segment][live[i].Row] = i;
        }

        var sources = new List<(Postings, int[])>();
        for (var s = 0; s < segments.Count; s++)
            sources.Add((segments[s].Postings, newRows[s]));
        return new Segment(products, ForwardRows.Gather(products.Length, sources).Invert());
    }
}
